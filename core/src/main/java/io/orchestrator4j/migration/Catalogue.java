package io.orchestrator4j.migration;

import io.orchestrator4j.migration.CatalogueChange.CreateBlock;
import io.orchestrator4j.migration.CatalogueChange.CreateProduct;
import io.orchestrator4j.migration.CatalogueChange.CreateResourceType;
import io.orchestrator4j.migration.CatalogueChange.CreateWorkflow;
import io.orchestrator4j.migration.CatalogueChange.DeleteBlock;
import io.orchestrator4j.migration.CatalogueChange.DeleteBlocks;
import io.orchestrator4j.migration.CatalogueChange.DeleteField;
import io.orchestrator4j.migration.CatalogueChange.DeleteFixedInput;
import io.orchestrator4j.migration.CatalogueChange.DeleteProduct;
import io.orchestrator4j.migration.CatalogueChange.DeleteProductBlocks;
import io.orchestrator4j.migration.CatalogueChange.DeleteResourceType;
import io.orchestrator4j.migration.CatalogueChange.DeleteWorkflow;
import io.orchestrator4j.migration.CatalogueChange.Irreversible;
import io.orchestrator4j.migration.CatalogueChange.LinkWorkflow;
import io.orchestrator4j.migration.CatalogueChange.RenameBlock;
import io.orchestrator4j.migration.CatalogueChange.RenameField;
import io.orchestrator4j.migration.CatalogueChange.RenameFixedInput;
import io.orchestrator4j.migration.CatalogueChange.RenameProduct;
import io.orchestrator4j.migration.CatalogueChange.SetBlocks;
import io.orchestrator4j.migration.CatalogueChange.SetField;
import io.orchestrator4j.migration.CatalogueChange.SetFixedInput;
import io.orchestrator4j.migration.CatalogueChange.SetProductBlocks;
import io.orchestrator4j.migration.CatalogueChange.SetValue;
import io.orchestrator4j.migration.CatalogueChange.Sql;
import io.orchestrator4j.migration.CatalogueChange.UnlinkWorkflow;
import io.orchestrator4j.value.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a migration may do. Names are those of the catalogue, since a migration outlives the classes. What is created and
 * is there already gets what it lacks; what is deleted and is not there is no fault. What is named and is not there, or
 * is still in use, refuses the migration, and nothing of it is done.
 */
public final class Catalogue {

  private final List<CatalogueChange> changes = new ArrayList<>();

  /** For the runner, and for tests of what a migration says. */
  public Catalogue() {}

  /** Registers a workflow or a task, and gives it to products. One that is there gets the products that it lacks. */
  public void createWorkflow(NewWorkflow workflow) {
    changes.add(new CreateWorkflow(workflow));
  }

  /** Removes a workflow or a task. While there are processes of it, its row stays, marked as deleted. */
  public void deleteWorkflow(String name) {
    changes.add(new DeleteWorkflow(name));
  }

  /** Gives a workflow to products. */
  public void linkWorkflow(String name, String... products) {
    changes.add(new LinkWorkflow(name, List.of(products)));
  }

  /** Takes a workflow from products. */
  public void unlinkWorkflow(String name, String... products) {
    changes.add(new UnlinkWorkflow(name, List.of(products)));
  }

  /** Creates a product, with the workflows that other products of its type have. */
  public void createProduct(NewProduct product) {
    changes.add(new CreateProduct(product));
  }

  /** Deletes a product; refused while it has subscriptions, also terminated ones. */
  public void deleteProduct(String name) {
    changes.add(new DeleteProduct(name));
  }

  /** Renames a product; its subscriptions stay with it. */
  public void renameProduct(String name, String newName) {
    changes.add(new RenameProduct(name, newName));
  }

  /** Gives a product a fixed input, or another value for one. */
  public void setFixedInput(String product, String name, String value) {
    changes.add(new SetFixedInput(product, name, value));
  }

  /** Takes a fixed input from a product. */
  public void deleteFixedInput(String product, String name) {
    changes.add(new DeleteFixedInput(product, name));
  }

  /** Renames a fixed input of a product. */
  public void renameFixedInput(String product, String name, String newName) {
    changes.add(new RenameFixedInput(product, name, newName));
  }

  /** Creates a kind of block. */
  public void createBlock(NewBlock block) {
    changes.add(new CreateBlock(block));
  }

  /** Deletes a kind of block; refused while there are blocks of it. */
  public void deleteBlock(String name) {
    changes.add(new DeleteBlock(name));
  }

  /** Renames a kind of block; its blocks stay with it. */
  public void renameBlock(String name, String newName) {
    changes.add(new RenameBlock(name, newName));
  }

  /** A field that was added or changed, and what blocks that are stored shall have in it. */
  public final class Backfill {

    private final String block;
    private final String field;

    private Backfill(String block, String field) {
      this.block = block;
      this.field = field;
    }

    /**
     * Gives it to all blocks that have no value there, or null; each of their subscriptions gets a version.
     *
     * @param value anything that the State can hold
     */
    public void backfill(@Nullable Object value) {
      Catalogue.this.backfill(block, field, value);
    }
  }

  /** Adds a field that holds a value to a kind of block, or changes what is known of it. */
  public Backfill addField(String block, NewField field) {
    changes.add(new SetField(block, field));
    return new Backfill(block, field.name());
  }

  /** Takes a field from a kind of block, and its values from all blocks; the history keeps them. */
  public void deleteField(String block, String name) {
    changes.add(new DeleteField(block, name));
  }

  /** Renames a field of a kind of block; values stay with it. */
  public void renameField(String block, String name, String newName) {
    changes.add(new RenameField(block, name, newName));
  }

  /** Adds a field that holds blocks to a kind of block, or changes what is known of it. */
  public void addBlocks(String block, NewBlocks field) {
    changes.add(new SetBlocks(block, field));
  }

  /**
   * Takes a field that holds blocks from a kind of block; refused while blocks are in it.
   *
   * @param kinds only for these kinds; for all where there are none
   */
  public void deleteBlocks(String block, String name, String... kinds) {
    changes.add(new DeleteBlocks(block, name, List.of(kinds)));
  }

  /** Adds a field that holds blocks to a product, or changes what is known of it. */
  public void addProductBlocks(String product, NewBlocks field) {
    changes.add(new SetProductBlocks(product, field));
  }

  /**
   * Takes a field that holds blocks from a product; refused while blocks are in it.
   *
   * @param kinds only for these kinds; for all where there are none
   */
  public void deleteProductBlocks(String product, String name, String... kinds) {
    changes.add(new DeleteProductBlocks(product, name, List.of(kinds)));
  }

  /** Creates the name of fields, with a description; fields make it by themselves where it is missing. */
  public void createResourceType(String name, String description) {
    changes.add(new CreateResourceType(name, description));
  }

  /** Deletes the name of fields; refused while a field has it. */
  public void deleteResourceType(String name) {
    changes.add(new DeleteResourceType(name));
  }

  /**
   * Sets a value in all blocks of a kind; each of their subscriptions gets a version.
   *
   * @param value anything that the State can hold
   */
  public void setValue(String block, String field, @Nullable Object value) {
    changes.add(new SetValue(block, field, Json.toTree(value), false));
  }

  /**
   * Sets a value in all blocks of a kind that have none, or null; each of their subscriptions gets a version.
   *
   * @param value anything that the State can hold
   */
  public void backfill(String block, String field, @Nullable Object value) {
    changes.add(new SetValue(block, field, Json.toTree(value), true));
  }

  /** Executes a statement of SQL; <code>${schema}</code> stands for the schema's name. */
  public void sql(String statement) {
    changes.add(new Sql(statement));
  }

  /** Says that a migration cannot be taken back, and why. */
  public void irreversible(String reason) {
    changes.add(new Irreversible(reason));
  }

  /** What was said so far, in its order. */
  public List<CatalogueChange> changes() {
    return List.copyOf(changes);
  }
}
