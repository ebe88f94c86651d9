package io.orchestrator4j.migration;

import io.orchestrator4j.catalogue.CatalogueRow;
import io.orchestrator4j.catalogue.CatalogueRow.BlockField;
import io.orchestrator4j.catalogue.CatalogueRow.BlockRow;
import io.orchestrator4j.catalogue.CatalogueRow.FieldRow;
import io.orchestrator4j.catalogue.CatalogueRow.FixedInputRow;
import io.orchestrator4j.catalogue.CatalogueRow.ProductRow;
import io.orchestrator4j.catalogue.CatalogueRow.RelationRow;
import io.orchestrator4j.catalogue.CatalogueRow.RootRow;
import io.orchestrator4j.catalogue.CatalogueRow.WorkflowRow;
import io.orchestrator4j.catalogue.RowWriter;
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
import io.orchestrator4j.subscription.StoredValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Does what a migration says, in the transaction of a handle. */
final class ChangeWriter {

  private final Handle handle;
  private final CatalogueNames names;
  private final WorkflowChanges workflows;
  private final ProductChanges sold;
  private final BlockChanges blocks;
  private final RowWriter rows;
  private final StoredValues values;

  /**
   * A writer.
   *
   * @param by what the history of subscriptions names as the one who changed them
   */
  ChangeWriter(Handle handle, Instant now, String by) {
    this.handle = handle;
    this.names = new CatalogueNames(handle);
    this.workflows = new WorkflowChanges(handle, names);
    this.sold = new ProductChanges(handle, names);
    this.blocks = new BlockChanges(handle, names);
    this.rows = new RowWriter(handle, now);
    this.values = new StoredValues(handle, now, by);
  }

  /**
   * Does one thing.
   *
   * @throws MigrationRefused if something that it names is not there, or in use
   */
  void apply(CatalogueChange change) {
    switch (change) {
      case CreateWorkflow(NewWorkflow workflow) -> create(workflow);
      case DeleteWorkflow(String name) -> workflows.deleteWorkflow(name);
      case LinkWorkflow(String name, List<String> products) -> link(name, products);
      case UnlinkWorkflow(String name, List<String> products) -> workflows.unlink(name, products);
      case CreateProduct(NewProduct product) -> create(product);
      case DeleteProduct(String name) -> sold.deleteProduct(name);
      case RenameProduct(String name, String newName) ->
        names.rename(CatalogueNames.Kind.PRODUCT, name, newName);
      case SetFixedInput(String product, String name, String value) -> {
        names.require(CatalogueNames.Kind.PRODUCT, product);
        rows.write(List.of(new FixedInputRow(product, name, "", value)));
      }
      case DeleteFixedInput(String product, String name) -> sold.deleteFixedInput(product, name);
      case RenameFixedInput(String product, String name, String newName) ->
        sold.renameFixedInput(product, name, newName);
      case CreateBlock(NewBlock block) -> create(block);
      case DeleteBlock(String name) -> blocks.deleteBlock(name);
      case RenameBlock(String name, String newName) -> {
        names.rename(CatalogueNames.Kind.BLOCK, name, newName);
        values.renameBlock(newName);
      }
      case SetField(String block, NewField field) -> {
        names.require(CatalogueNames.Kind.BLOCK, block);
        rows.write(List.of(row(block, field)));
      }
      case DeleteField(String block, String name) -> {
        blocks.deleteField(block, name);
        values.remove(block, name);
      }
      case RenameField(String block, String name, String newName) -> {
        blocks.renameField(block, name, newName);
        values.rename(block, name, newName);
      }
      case SetBlocks(String block, NewBlocks field) -> {
        names.require(CatalogueNames.Kind.BLOCK, block);
        rows.write(rows(block, field));
      }
      case DeleteBlocks(String block, String name, List<String> kinds) ->
        blocks.deleteBlocks(block, name, kinds);
      case SetProductBlocks(String product, NewBlocks field) -> {
        names.require(CatalogueNames.Kind.PRODUCT, product);
        rows.write(roots(product, field));
      }
      case DeleteProductBlocks(String product, String name, List<String> kinds) ->
        sold.deleteProductBlocks(product, name, kinds);
      case CreateResourceType(String name, String description) ->
        blocks.createResourceType(name, description);
      case DeleteResourceType(String name) -> blocks.deleteResourceType(name);
      case SetValue setting -> {
        blocks.requireField(setting.block(), setting.field());
        values.set(setting.block(), setting.field(), setting.value(), setting.missingOnly());
      }
      case Sql(String statement) -> handle.execute(statement);
      case Irreversible(String reason) -> throw MigrationRefused.irreversible(reason);
    }
  }

  private void create(NewWorkflow workflow) {
    rows.write(List.of(new WorkflowRow(
        workflow.name(), workflow.target(), workflow.task(), false, workflow.description())));
    workflows.linkToTypes(workflow.name(), workflow.productTypes());
    link(workflow.name(), workflow.products());
  }

  private void link(String workflow, List<String> products) {
    names.require(CatalogueNames.Kind.WORKFLOW, workflow);
    products.forEach(product -> names.require(CatalogueNames.Kind.PRODUCT, product));
    rows.write(products.stream()
        .<CatalogueRow>map(product -> new CatalogueRow.LinkRow(product, workflow))
        .toList());
  }

  private void create(NewProduct product) {
    List<CatalogueRow> all = new ArrayList<>();
    all.add(new ProductRow(
        product.name(), product.productType(), product.tag(), product.description()));
    product
        .fixedInputs()
        .forEach((name, value) -> all.add(new FixedInputRow(product.name(), name, "", value)));
    product.blocks().forEach(field -> all.addAll(roots(product.name(), field)));
    rows.write(all);
    workflows.linkLikeOthers(product.name());
  }

  private void create(NewBlock block) {
    List<CatalogueRow> all = new ArrayList<>();
    all.add(new BlockRow(block.name(), block.tag(), block.description()));
    block.fields().forEach(field -> all.add(row(block.name(), field)));
    rows.write(all);
    block.blocks().forEach(field -> rows.write(rows(block.name(), field)));
  }

  private FieldRow row(String block, NewField field) {
    Integer position = field.position();
    return new FieldRow(
        block,
        field.name(),
        position == null ? blocks.positionInBlock(block, field.name()) : position,
        field.valueType(),
        field.requiredFrom());
  }

  private List<CatalogueRow> rows(String block, NewBlocks field) {
    field.kinds().forEach(kind -> names.require(CatalogueNames.Kind.BLOCK, kind));
    Integer position = field.position();
    BlockField facts =
        facts(field, position == null ? blocks.positionInBlock(block, field.name()) : position);
    return field.kinds().stream()
        .<CatalogueRow>map(kind -> new RelationRow(block, kind, field.ownership(), facts))
        .toList();
  }

  private List<CatalogueRow> roots(String product, NewBlocks field) {
    field.kinds().forEach(kind -> names.require(CatalogueNames.Kind.BLOCK, kind));
    Integer position = field.position();
    BlockField facts =
        facts(field, position == null ? sold.positionInProduct(product, field.name()) : position);
    return field.kinds().stream()
        .<CatalogueRow>map(kind -> new RootRow(product, kind, facts))
        .toList();
  }

  private static BlockField facts(NewBlocks field, int position) {
    return new BlockField(
        field.name(), position, field.least(), field.most(), field.requiredFrom());
  }
}
