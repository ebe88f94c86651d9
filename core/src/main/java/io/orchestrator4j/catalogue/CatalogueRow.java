package io.orchestrator4j.catalogue;

import io.orchestrator4j.workflow.Target;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of the catalogue, as the code wants it or as the database has it. What people may edit is no fact of it. */
public sealed interface CatalogueRow {

  /** Which row it is. */
  RowName name();

  /** What code and database have to agree on. */
  Map<Fact, String> facts();

  /** A product. */
  record ProductRow(String product, String productType, String tag, String description)
      implements CatalogueRow {

    @Override
    public RowName name() {
      return RowName.product(product);
    }

    @Override
    public Map<Fact, String> facts() {
      return Map.of(Fact.PRODUCT_TYPE, productType, Fact.TAG, tag);
    }
  }

  /**
   * A fixed input of a product.
   *
   * @param type its type in the code; empty for a row of the database
   * @param value null if the code needs one, and does not know which
   */
  record FixedInputRow(
      String product, String input, String type, @Nullable String value) implements CatalogueRow {

    @Override
    public RowName name() {
      return RowName.product(product).fixedInput(input);
    }

    @Override
    public Map<Fact, String> facts() {
      return Map.of(Fact.VALUE, value == null ? "any " + type : value);
    }
  }

  /**
   * A block.
   *
   * @param tag empty where there is none
   */
  record BlockRow(String block, String tag, String description) implements CatalogueRow {

    @Override
    public RowName name() {
      return RowName.block(block);
    }

    @Override
    public Map<Fact, String> facts() {
      return Map.of(Fact.TAG, tag);
    }
  }

  /** A field of a block that holds values. */
  record FieldRow(
      String block,
      String field,
      int position,
      String valueType,
      @Nullable String requiredFrom) implements CatalogueRow {

    @Override
    public RowName name() {
      return RowName.block(block).field(field);
    }

    @Override
    public Map<Fact, String> facts() {
      return Map.of(
          Fact.POSITION,
          Integer.toString(position),
          Fact.VALUE_TYPE,
          valueType,
          Fact.REQUIRED_FROM,
          requiredFrom == null ? BlockField.NEVER : requiredFrom);
    }
  }

  /** A block that a field of another block takes. */
  record RelationRow(String block, String dependsOn, String ownership, BlockField field)
      implements CatalogueRow {

    @Override
    public RowName name() {
      return RowName.block(block).field(field.attribute()).to(RowName.block(dependsOn));
    }

    @Override
    public Map<Fact, String> facts() {
      Map<Fact, String> facts = field.facts();
      facts.put(Fact.OWNERSHIP, ownership);
      return facts;
    }
  }

  /** A block that stands directly below the subscriptions to a product. */
  record RootRow(String product, String block, BlockField field) implements CatalogueRow {

    @Override
    public RowName name() {
      return RowName.product(product).field(field.attribute()).to(RowName.block(block));
    }

    @Override
    public Map<Fact, String> facts() {
      return field.facts();
    }
  }

  /** A workflow. */
  record WorkflowRow(
      String workflow, Target target, boolean task, boolean deleted, String description)
      implements CatalogueRow {

    @Override
    public RowName name() {
      return RowName.workflow(workflow);
    }

    @Override
    public Map<Fact, String> facts() {
      return Map.of(
          Fact.TARGET,
          target.name(),
          Fact.TASK,
          Boolean.toString(task),
          Fact.DELETED,
          Boolean.toString(deleted));
    }
  }

  /** A workflow that products have. */
  record LinkRow(String product, String workflow) implements CatalogueRow {

    @Override
    public RowName name() {
      return RowName.product(product).to(RowName.workflow(workflow));
    }

    @Override
    public Map<Fact, String> facts() {
      return Map.of();
    }
  }

  /**
   * A field that takes blocks.
   *
   * @param attribute its name outside Java
   * @param most null if there is no limit
   * @param requiredFrom null if it never must have one
   */
  record BlockField(
      String attribute,
      int position,
      int least,
      @Nullable Integer most,
      @Nullable String requiredFrom) {

    static final String NEVER = "never";

    private Map<Fact, String> facts() {
      Map<Fact, String> facts = new EnumMap<>(Fact.class);
      facts.put(Fact.POSITION, Integer.toString(position));
      facts.put(Fact.MINIMUM, Integer.toString(least));
      facts.put(Fact.MAXIMUM, most == null ? "none" : most.toString());
      facts.put(Fact.REQUIRED_FROM, requiredFrom == null ? NEVER : requiredFrom);
      return facts;
    }
  }
}
