package io.orchestrator4j.catalogue;

import io.orchestrator4j.TestingDatabase;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.store.Schema;
import io.orchestrator4j.workflow.DefinitionContext;
import io.orchestrator4j.workflow.RegisteredWorkflows;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A schema of the test's own, with nothing in its catalogue. */
final class CatalogueFixture {

  private static final List<String> TABLES = List.of(
      "products",
      "fixed_inputs",
      "product_blocks",
      "resource_types",
      "product_block_resource_types",
      "product_block_relations",
      "product_product_blocks",
      "workflows",
      "products_workflows");

  final String schema = TestingDatabase.freshSchema();
  final Database database = new Database(TestingDatabase.dataSource(), schema, 8);

  CatalogueFixture() {
    Schema.prepare(TestingDatabase.dataSource(), schema, Schema.Mode.MIGRATE);
  }

  /** Users, groups and their workflows. */
  static CatalogueDefinition beginner() {
    return define(List.of(Beginner.UserGroup.class, Beginner.User.class));
  }

  /** These product types and their workflows. */
  static CatalogueDefinition define(List<Class<? extends SubscriptionModel>> types) {
    return CatalogueDefinition.read(
        Beginner.workflowsOf(types), DefinitionContext.standard(), types, List.of());
  }

  RegisteredWorkflows sync(CatalogueDefinition definition) {
    return register(definition, Registration.Mode.SYNC);
  }

  RegisteredWorkflows verify(CatalogueDefinition definition) {
    return register(definition, Registration.Mode.VERIFY);
  }

  private RegisteredWorkflows register(CatalogueDefinition definition, Registration.Mode mode) {
    return new Registration(database, Clock.systemUTC()).register(definition, mode);
  }

  List<String> difference(CatalogueDefinition definition) {
    return new Registration(database, Clock.systemUTC()).difference(definition).lines();
  }

  /** The rows of a query, each as its values with blanks between. */
  List<String> rows(String sql) {
    return database.with(handle -> handle
        .createQuery(sql)
        .map((row, _) -> {
          List<String> values = new ArrayList<>();
          for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            values.add(row.getString(i));
          }
          return String.join(" ", values);
        })
        .list());
  }

  void execute(String sql) {
    database.with(handle -> handle.execute(sql));
  }

  UUID id(String sql) {
    return database.with(handle -> handle.createQuery(sql).mapTo(UUID.class).one());
  }

  /** Where each row of the catalogue was last written. */
  Map<String, List<String>> writes() {
    return TABLES.stream()
        .collect(Collectors.toMap(
            table -> table,
            table -> rows("select ctid, xmin from ${schema}." + table + " order by ctid")));
  }
}
