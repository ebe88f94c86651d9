package io.orchestrator4j.cli.db;

import io.orchestrator4j.catalogue.CatalogueRow;
import io.orchestrator4j.catalogue.CatalogueRow.BlockField;
import io.orchestrator4j.catalogue.CatalogueRow.BlockRow;
import io.orchestrator4j.catalogue.CatalogueRow.FieldRow;
import io.orchestrator4j.catalogue.CatalogueRow.FixedInputRow;
import io.orchestrator4j.catalogue.CatalogueRow.LinkRow;
import io.orchestrator4j.catalogue.CatalogueRow.ProductRow;
import io.orchestrator4j.catalogue.CatalogueRow.RelationRow;
import io.orchestrator4j.catalogue.CatalogueRow.RootRow;
import io.orchestrator4j.catalogue.CatalogueRow.WorkflowRow;
import io.orchestrator4j.catalogue.Difference;
import io.orchestrator4j.catalogue.RowName;
import io.orchestrator4j.migration.CatalogueChange;
import io.orchestrator4j.migration.CatalogueChange.CreateBlock;
import io.orchestrator4j.migration.CatalogueChange.CreateProduct;
import io.orchestrator4j.migration.CatalogueChange.DeleteBlock;
import io.orchestrator4j.migration.CatalogueChange.DeleteBlocks;
import io.orchestrator4j.migration.CatalogueChange.DeleteField;
import io.orchestrator4j.migration.CatalogueChange.DeleteFixedInput;
import io.orchestrator4j.migration.CatalogueChange.DeleteProduct;
import io.orchestrator4j.migration.CatalogueChange.DeleteProductBlocks;
import io.orchestrator4j.migration.CatalogueChange.Irreversible;
import io.orchestrator4j.migration.CatalogueChange.RenameBlock;
import io.orchestrator4j.migration.CatalogueChange.RenameField;
import io.orchestrator4j.migration.CatalogueChange.RenameFixedInput;
import io.orchestrator4j.migration.CatalogueChange.RenameProduct;
import io.orchestrator4j.migration.CatalogueChange.SetBlocks;
import io.orchestrator4j.migration.CatalogueChange.SetField;
import io.orchestrator4j.migration.CatalogueChange.SetFixedInput;
import io.orchestrator4j.migration.CatalogueChange.SetProductBlocks;
import io.orchestrator4j.migration.CatalogueChange.SetValue;
import io.orchestrator4j.migration.NewBlock;
import io.orchestrator4j.migration.NewBlocks;
import io.orchestrator4j.migration.NewField;
import io.orchestrator4j.migration.NewProduct;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Makes of the difference between the products' code and the database what a migration does, and what takes it back. What
 * cannot be known from the two is decided by somebody. Not thread-safe.
 */
final class ModelChanges {

  private final ModelDecisions decisions;
  private final ToLongFunction<CatalogueRow> subscriptions;
  private final List<CatalogueChange> upgrade = new ArrayList<>();
  private final Deque<CatalogueChange> downgrade = new ArrayDeque<>();
  private final Set<RowName> asked = new HashSet<>();

  /**
   * Nothing yet.
   *
   * @param subscriptions how many of them a row concerns
   */
  ModelChanges(ModelDecisions decisions, ToLongFunction<CatalogueRow> subscriptions) {
    this.decisions = decisions;
    this.subscriptions = subscriptions;
  }

  List<CatalogueChange> upgrade() {
    return List.copyOf(upgrade);
  }

  List<CatalogueChange> downgrade() {
    return List.copyOf(downgrade);
  }

  private void add(CatalogueChange change, CatalogueChange back) {
    upgrade.add(change);
    downgrade.addFirst(back);
  }

  // --- renames, which come first: what is renamed is neither new nor gone
  // --------------------------------------------

  /**
   * Asks what was renamed.
   *
   * @return whether something was; the difference is another one then
   */
  boolean rename(Difference difference) {
    int before = upgrade.size();
    renamed(
        difference,
        ProductRow.class,
        _ -> "",
        ProductRow::product,
        (row, old) ->
            add(new RenameProduct(old, row.product()), new RenameProduct(row.product(), old)));
    renamed(
        difference,
        BlockRow.class,
        _ -> "",
        BlockRow::block,
        (row, old) -> add(new RenameBlock(old, row.block()), new RenameBlock(row.block(), old)));
    renamed(
        difference,
        FixedInputRow.class,
        FixedInputRow::product,
        FixedInputRow::input,
        (row, old) -> add(
            new RenameFixedInput(row.product(), old, row.input()),
            new RenameFixedInput(row.product(), row.input(), old)));
    renamed(
        difference,
        FieldRow.class,
        FieldRow::block,
        FieldRow::field,
        (row, old) -> add(
            new RenameField(row.block(), old, row.field()),
            new RenameField(row.block(), row.field(), old)));
    return upgrade.size() > before;
  }

  @FunctionalInterface
  private interface Renaming<R> {
    void from(R row, String old);
  }

  private <R extends CatalogueRow> void renamed(
      Difference difference,
      Class<R> kind,
      Function<R, String> holder,
      Function<R, String> name,
      Renaming<R> renaming) {
    List<R> gone = new ArrayList<>(rows(difference, Difference.Surplus.class, kind));
    for (R row : rows(difference, Difference.Missing.class, kind)) {
      List<String> candidates = gone.stream()
          .filter(each -> holder.apply(each).equals(holder.apply(row)))
          .map(name)
          .toList();
      if (!candidates.isEmpty() && asked.add(row.name())) {
        decisions.renamedFrom(row, candidates).ifPresent(old -> {
          renaming.from(row, old);
          gone.removeIf(each -> name.apply(each).equals(old));
        });
      }
    }
  }

  private static <R extends CatalogueRow> List<R> rows(
      Difference difference, Class<? extends Difference.Item> item, Class<R> kind) {
    return difference.items().stream()
        .filter(item::isInstance)
        .map(Difference.Item::row)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  // --- what is new
  // ---------------------------------------------------------------------------------------------------

  /** Adds what the database lacks, and changes what it has otherwise; then asks what is to go. */
  void complete(Difference difference) {
    addBlocks(difference);
    addFields(difference);
    addRelations(difference);
    addProducts(difference);
    change(difference);
    remove(difference);
  }

  private void addBlocks(Difference difference) {
    List<FieldRow> fields = rows(difference, Difference.Missing.class, FieldRow.class);
    for (BlockRow block : rows(difference, Difference.Missing.class, BlockRow.class)) {
      NewBlock made = new NewBlock(block.block(), block.tag(), block.description());
      for (FieldRow field : fields) {
        if (field.block().equals(block.block())) {
          made = made.with(field(field));
        }
      }
      add(new CreateBlock(made), new DeleteBlock(block.block()));
    }
  }

  private void addFields(Difference difference) {
    List<String> newBlocks = rows(difference, Difference.Missing.class, BlockRow.class).stream()
        .map(BlockRow::block)
        .toList();
    for (FieldRow field : rows(difference, Difference.Missing.class, FieldRow.class)) {
      if (newBlocks.contains(field.block())) {
        continue;
      }
      add(new SetField(field.block(), field(field)), new DeleteField(field.block(), field.field()));
      long concerned = subscriptions.applyAsLong(field);
      if (field.requiredFrom() != null && concerned > 0) {
        decisions
            .backfill(field, concerned)
            .ifPresent(
                value -> upgrade.add(new SetValue(field.block(), field.field(), value, true)));
      }
    }
  }

  private void addRelations(Difference difference) {
    Map<List<String>, List<RelationRow>> byField = new LinkedHashMap<>();
    rows(difference, Difference.Missing.class, RelationRow.class)
        .forEach(row -> byField
            .computeIfAbsent(List.of(row.block(), row.field().attribute()), _ -> new ArrayList<>())
            .add(row));
    byField.values().forEach(rows -> {
      RelationRow first = rows.getFirst();
      add(
          new SetBlocks(
              first.block(),
              blocks(
                  first.field(),
                  rows.stream().map(RelationRow::dependsOn).toList(),
                  first.ownership())),
          new DeleteBlocks(
              first.block(),
              first.field().attribute(),
              rows.stream().map(RelationRow::dependsOn).toList()));
    });
  }

  private void addProducts(Difference difference) {
    List<RootRow> roots =
        new ArrayList<>(rows(difference, Difference.Missing.class, RootRow.class));
    List<FixedInputRow> inputs =
        new ArrayList<>(rows(difference, Difference.Missing.class, FixedInputRow.class));
    for (ProductRow product : rows(difference, Difference.Missing.class, ProductRow.class)) {
      NewProduct made = new NewProduct(
          product.product(), product.productType(), product.tag(), product.description());
      for (FixedInputRow input : inputs) {
        if (input.product().equals(product.product())) {
          made = made.fixed(input.input(), value(input));
        }
      }
      for (NewBlocks field : fields(roots, product.product())) {
        made = made.with(field);
      }
      inputs.removeIf(input -> input.product().equals(product.product()));
      roots.removeIf(root -> root.product().equals(product.product()));
      add(new CreateProduct(made), new DeleteProduct(product.product()));
    }
    inputs.forEach(input -> add(
        new SetFixedInput(input.product(), input.input(), value(input)),
        new DeleteFixedInput(input.product(), input.input())));
    roots.stream()
        .map(RootRow::product)
        .distinct()
        .forEach(product -> fields(roots, product)
            .forEach(field -> add(
                new SetProductBlocks(product, field),
                new DeleteProductBlocks(product, field.name(), field.kinds()))));
  }

  private static List<NewBlocks> fields(List<RootRow> roots, String product) {
    Map<String, List<RootRow>> byField = new LinkedHashMap<>();
    roots.stream()
        .filter(root -> root.product().equals(product))
        .forEach(root -> byField
            .computeIfAbsent(root.field().attribute(), _ -> new ArrayList<>())
            .add(root));
    return byField.values().stream()
        .map(rows ->
            blocks(rows.getFirst().field(), rows.stream().map(RootRow::block).toList(), "owned"))
        .toList();
  }

  private String value(FixedInputRow input) {
    return input.value() == null ? decisions.fixedInput(input) : input.value();
  }

  // --- what is otherwise
  // ---------------------------------------------------------------------------------------------

  private void change(Difference difference) {
    Map<CatalogueRow, CatalogueRow> changed = new LinkedHashMap<>();
    for (Difference.Item item : difference.items()) {
      if (item instanceof Difference.Differs differs) {
        changed.putIfAbsent(differs.row(), differs.old());
      }
    }
    changed.forEach((row, old) -> {
      if (!(row instanceof WorkflowRow)) {
        add(set(row), set(old));
      }
    });
  }

  private CatalogueChange set(CatalogueRow row) {
    return switch (row) {
      case ProductRow product ->
        new CreateProduct(new NewProduct(
            product.product(), product.productType(), product.tag(), product.description()));
      case BlockRow block ->
        new CreateBlock(new NewBlock(block.block(), block.tag(), block.description()));
      case FieldRow field -> new SetField(field.block(), field(field));
      case FixedInputRow input -> new SetFixedInput(input.product(), input.input(), value(input));
      case RelationRow relation ->
        new SetBlocks(
            relation.block(),
            blocks(relation.field(), List.of(relation.dependsOn()), relation.ownership()));
      case RootRow root ->
        new SetProductBlocks(root.product(), blocks(root.field(), List.of(root.block()), "owned"));
      case WorkflowRow _, LinkRow _ ->
        throw new IllegalArgumentException("is no part of a model: " + row);
    };
  }

  // --- what is to go
  // -------------------------------------------------------------------------------------------------

  private void remove(Difference difference) {
    rows(difference, Difference.Surplus.class, RelationRow.class)
        .forEach(row -> removed(
            row,
            new DeleteBlocks(row.block(), row.field().attribute(), List.of(row.dependsOn())),
            set(row)));
    rows(difference, Difference.Surplus.class, RootRow.class)
        .forEach(row -> removed(
            row,
            new DeleteProductBlocks(row.product(), row.field().attribute(), List.of(row.block())),
            set(row)));
    rows(difference, Difference.Surplus.class, FixedInputRow.class)
        .forEach(row -> removed(row, new DeleteFixedInput(row.product(), row.input()), set(row)));
    rows(difference, Difference.Surplus.class, FieldRow.class)
        .forEach(row -> removed(
            row,
            new DeleteField(row.block(), row.field()),
            subscriptions.applyAsLong(row) == 0
                ? set(row)
                : new Irreversible(
                    "the values of %s are only in the history".formatted(row.name()))));
    rows(difference, Difference.Surplus.class, ProductRow.class)
        .forEach(row -> removed(row, new DeleteProduct(row.product()), set(row)));
    rows(difference, Difference.Surplus.class, BlockRow.class)
        .forEach(row -> removed(row, new DeleteBlock(row.block()), set(row)));
  }

  private void removed(CatalogueRow row, CatalogueChange deletion, CatalogueChange back) {
    if (decisions.deletes(row, subscriptions.applyAsLong(row))) {
      add(deletion, back);
    }
  }

  private static NewField field(FieldRow row) {
    return new NewField(row.field(), row.valueType(), row.position(), row.requiredFrom());
  }

  private static NewBlocks blocks(BlockField field, List<String> kinds, String ownership) {
    return new NewBlocks(
        field.attribute(),
        kinds,
        field.position(),
        field.least(),
        field.most(),
        field.requiredFrom(),
        ownership);
  }
}
