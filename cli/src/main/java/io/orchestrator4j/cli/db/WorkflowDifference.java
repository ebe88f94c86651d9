package io.orchestrator4j.cli.db;

import io.orchestrator4j.DatabaseCare;
import io.orchestrator4j.builtin.Builtins;
import io.orchestrator4j.catalogue.CatalogueRow;
import io.orchestrator4j.catalogue.CatalogueRow.LinkRow;
import io.orchestrator4j.catalogue.CatalogueRow.WorkflowRow;
import io.orchestrator4j.catalogue.Difference;
import io.orchestrator4j.migration.CatalogueChange.LinkWorkflow;
import io.orchestrator4j.migration.NewWorkflow;
import io.orchestrator4j.product.ProductTypeDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * In what workflows of code and database differ, as what a migration could do about it.
 *
 * @param missing those that the database lacks, for the product types that the code gives them to
 * @param unlinked those that the database has, and the products that lack them
 * @param surplus those that the code does not have, with the products that have them
 */
record WorkflowDifference(
    List<NewWorkflow> missing, List<LinkWorkflow> unlinked, List<NewWorkflow> surplus) {

  WorkflowDifference {
    missing = List.copyOf(missing);
    unlinked = List.copyOf(unlinked);
    surplus = List.copyOf(surplus);
  }

  /**
   * Compares.
   *
   * @param tasksOnly whether only tasks count
   */
  static WorkflowDifference of(DatabaseCare database, boolean tasksOnly) {
    Difference difference = database.difference();
    Predicate<WorkflowRow> counts =
        row -> !Builtins.names().contains(row.workflow()) && (row.task() || !tasksOnly);
    List<WorkflowRow> missing = Stream.concat(
            rows(difference, Difference.Missing.class, WorkflowRow.class).stream(),
            deleted(difference))
        .filter(counts)
        .sorted(Comparator.comparing(WorkflowRow::workflow))
        .toList();
    List<WorkflowRow> surplus =
        rows(difference, Difference.Surplus.class, WorkflowRow.class).stream()
            .filter(counts)
            .toList();
    List<String> added = missing.stream().map(WorkflowRow::workflow).toList();
    Map<String, List<String>> without = byWorkflow(difference, Difference.Missing.class);
    without.keySet().removeAll(added);
    without.keySet().removeAll(Builtins.names());
    Map<String, List<String>> with = byWorkflow(difference, Difference.Surplus.class);
    return new WorkflowDifference(
        missing.stream()
            .map(row -> workflow(row, typesOf(database, row.workflow())))
            .toList(),
        tasksOnly
            ? List.of()
            : without.entrySet().stream()
                .map(each -> new LinkWorkflow(each.getKey(), each.getValue()))
                .toList(),
        surplus.stream()
            .map(row -> workflow(row, List.of())
                .forProducts(with.getOrDefault(row.workflow(), List.of()).toArray(String[]::new)))
            .toList());
  }

  // while there are processes of it, the row of a workflow that was deleted stays
  private static Stream<WorkflowRow> deleted(Difference difference) {
    return difference.items().stream()
        .filter(item -> item instanceof Difference.Differs differs
            && differs.old() instanceof WorkflowRow old
            && old.deleted())
        .map(item -> (WorkflowRow) item.row())
        .distinct();
  }

  private static <R extends CatalogueRow> List<R> rows(
      Difference difference, Class<? extends Difference.Item> kind, Class<R> row) {
    return difference.items().stream()
        .filter(kind::isInstance)
        .map(Difference.Item::row)
        .filter(row::isInstance)
        .map(row::cast)
        .toList();
  }

  private static Map<String, List<String>> byWorkflow(
      Difference difference, Class<? extends Difference.Item> kind) {
    Map<String, List<String>> products = new TreeMap<>();
    rows(difference, kind, LinkRow.class)
        .forEach(link ->
            products.computeIfAbsent(link.workflow(), _ -> new ArrayList<>()).add(link.product()));
    return products;
  }

  private static List<String> typesOf(DatabaseCare database, String workflow) {
    return database.defined().workflowsByType().entrySet().stream()
        .filter(each -> each.getValue().contains(workflow))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static NewWorkflow workflow(WorkflowRow row, List<String> types) {
    return new NewWorkflow(
        row.workflow(), row.target(), row.description(), types, List.of(), row.task());
  }

  /** The product types of the code, by name. */
  static List<String> productTypes(DatabaseCare database) {
    return database.defined().products().types().stream()
        .map(ProductTypeDefinition::name)
        .sorted()
        .toList();
  }

  boolean isEmpty() {
    return missing.isEmpty() && unlinked.isEmpty() && surplus.isEmpty();
  }
}
