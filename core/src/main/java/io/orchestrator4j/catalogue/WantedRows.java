package io.orchestrator4j.catalogue;

import io.orchestrator4j.catalogue.CatalogueRow.BlockField;
import io.orchestrator4j.catalogue.CatalogueRow.BlockRow;
import io.orchestrator4j.catalogue.CatalogueRow.FieldRow;
import io.orchestrator4j.catalogue.CatalogueRow.FixedInputRow;
import io.orchestrator4j.catalogue.CatalogueRow.LinkRow;
import io.orchestrator4j.catalogue.CatalogueRow.ProductRow;
import io.orchestrator4j.catalogue.CatalogueRow.RelationRow;
import io.orchestrator4j.catalogue.CatalogueRow.RootRow;
import io.orchestrator4j.catalogue.CatalogueRow.WorkflowRow;
import io.orchestrator4j.product.BlockDefinition;
import io.orchestrator4j.product.DefinedProducts;
import io.orchestrator4j.product.FieldDefinition;
import io.orchestrator4j.product.FieldDefinition.Cardinality;
import io.orchestrator4j.product.FixedInputDefinition;
import io.orchestrator4j.product.Models;
import io.orchestrator4j.product.ProductDefinition;
import io.orchestrator4j.product.ProductTypeDefinition;
import io.orchestrator4j.product.SubscriptionLifecycle;
import io.orchestrator4j.value.NotConvertible;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows that the code needs. Products are data: one that only the database has is bound to the code by its product
 * type, and needs that type's fixed inputs, blocks and workflows as well.
 */
final class WantedRows {

  private final CatalogueDefinition definition;
  private final Map<RowName, FixedInputRow> foundInputs = new HashMap<>();
  private final Map<String, ProductRow> products = new TreeMap<>();
  private final List<CatalogueRow> rows = new ArrayList<>();

  private WantedRows(CatalogueDefinition definition, List<CatalogueRow> found) {
    this.definition = definition;
    for (CatalogueRow row : found) {
      if (row instanceof FixedInputRow input) {
        foundInputs.put(input.name(), input);
      }
      if (row instanceof ProductRow product
          && defined().type(product.productType()).isPresent()) {
        products.put(product.product(), product);
      }
    }
    for (ProductDefinition product : defined().products()) {
      products.put(
          product.name(),
          new ProductRow(
              product.name(), product.productType(), product.tag(), product.description()));
    }
  }

  /** The rows that the code needs on a database that has these. */
  static List<CatalogueRow> of(CatalogueDefinition definition, List<CatalogueRow> found) {
    WantedRows wanted = new WantedRows(definition, found);
    wanted.products.values().forEach(wanted::addProduct);
    wanted.defined().blocks().forEach(wanted::addBlock);
    wanted.addWorkflows();
    return List.copyOf(wanted.rows);
  }

  private DefinedProducts defined() {
    return definition.products();
  }

  private void addProduct(ProductRow product) {
    ProductTypeDefinition type = defined().type(product.productType()).orElseThrow();
    rows.add(product);
    for (FixedInputDefinition input : type.fixedInputs()) {
      rows.add(new FixedInputRow(
          product.product(),
          input.name(),
          ValueTypes.text(input.access().type()),
          value(product.product(), type, input)));
    }
    for (FieldDefinition.Blocks field : type.blockFields()) {
      BlockField facts = blockField(field, type.fields().indexOf(field));
      defined()
          .membersOf(field)
          .forEach(block -> rows.add(new RootRow(product.product(), block.name(), facts)));
    }
    definition
        .workflowsByType()
        .getOrDefault(type.name(), Set.of())
        .forEach(workflow -> rows.add(new LinkRow(product.product(), workflow)));
  }

  private @Nullable String value(
      String product, ProductTypeDefinition type, FixedInputDefinition input) {
    ProductDefinition declared = defined().product(product).orElse(null);
    if (declared != null) {
      return declared.fixedInputs().get(input.name());
    }
    FixedInputRow found = foundInputs.get(RowName.product(product).fixedInput(input.name()));
    return found != null && isReadable(type, input, found.value()) ? found.value() : null;
  }

  private static boolean isReadable(
      ProductTypeDefinition type, FixedInputDefinition input, @Nullable String text) {
    try {
      var _ = Models.fixedInputs(type, Map.of(input.name(), String.valueOf(text)));
      return true;
    } catch (NotConvertible _) {
      return false;
    }
  }

  private void addBlock(BlockDefinition block) {
    rows.add(new BlockRow(block.name(), block.tag(), block.description()));
    for (int i = 0; i < block.fields().size(); i++) {
      switch (block.fields().get(i)) {
        case FieldDefinition.Value value ->
          rows.add(new FieldRow(
              block.name(),
              value.key(),
              i,
              ValueTypes.text(value.access().type()),
              text(value.requiredFrom())));
        case FieldDefinition.Blocks blocks -> addRelations(block, blocks, i);
      }
    }
  }

  private void addRelations(BlockDefinition block, FieldDefinition.Blocks field, int position) {
    String ownership = field.ownership().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    for (BlockDefinition member : defined().membersOf(field)) {
      rows.add(
          new RelationRow(block.name(), member.name(), ownership, blockField(field, position)));
    }
  }

  private void addWorkflows() {
    definition
        .workflows()
        .all()
        .forEach(workflow -> rows.add(new WorkflowRow(
            workflow.name(), workflow.target(), workflow.isTask(), false, workflow.description())));
  }

  private static BlockField blockField(FieldDefinition.Blocks field, int position) {
    String requiredFrom = text(field.requiredFrom());
    return switch (field.cardinality()) {
      case Cardinality.One _ -> new BlockField(field.key(), position, 1, 1, requiredFrom);
      case Cardinality.Optional _ -> new BlockField(field.key(), position, 0, 1, requiredFrom);
      case Cardinality.Many(int least, int most) ->
        new BlockField(
            field.key(), position, least, most == Integer.MAX_VALUE ? null : most, requiredFrom);
    };
  }

  private static @Nullable String text(@Nullable SubscriptionLifecycle status) {
    return status == null ? null : status.text();
  }
}
