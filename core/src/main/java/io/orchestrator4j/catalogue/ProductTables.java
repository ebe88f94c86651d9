package io.orchestrator4j.catalogue;

import io.orchestrator4j.product.ProductInfo;
import io.orchestrator4j.product.ProductLifecycle;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.value.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;

/** Reads products with their fixed inputs and the names of their workflows. */
final class ProductTables {

  // no catalogue is near it; a list without an end is none
  static final int MOST = 10_000;

  private static final String SELECT = """
      select p.product_id, p.name, p.description, p.product_type, p.tag, p.status, p.created_at, p.end_date,
             (select json_object_agg(i.name, i.value)
              from ${schema}.fixed_inputs i
              where i.product_id = p.product_id) as fixed_inputs,
             array(
               select w.name
               from ${schema}.products_workflows l
               join ${schema}.workflows w using (workflow_id)
               where l.product_id = p.product_id
               and w.deleted_at is null
               order by w.name) as workflows
      from ${schema}.products p
      """;

  private static final String ORDER = """
      order by p.name
      limit :most
      """;

  private final Database database;

  ProductTables(Database database) {
    this.database = database;
  }

  Optional<RegisteredProduct> find(UUID productId) {
    return products(
            "where p.product_id = :product_id\n", query -> query.bind("product_id", productId))
        .stream()
        .findFirst();
  }

  Optional<RegisteredProduct> named(String name) {
    return products("where p.name = :name\n", query -> query.bind("name", name)).stream()
        .findFirst();
  }

  List<RegisteredProduct> of(List<String> types) {
    return products(
        "where p.product_type = any(:types)\n",
        query -> query.bindArray("types", String.class, types));
  }

  List<RegisteredProduct> linkedTo(String workflow) {
    return products("""
        where p.product_id in (
          select l.product_id
          from ${schema}.products_workflows l
          join ${schema}.workflows w using (workflow_id)
          where w.name = :workflow
          and w.deleted_at is null)
        """, query -> query.bind("workflow", workflow));
  }

  boolean hasWorkflow(UUID productId, String workflow) {
    return database.with(handle -> handle
        .createQuery("""
            select exists (
              select from ${schema}.products_workflows l
              join ${schema}.workflows w using (workflow_id)
              where l.product_id = :product_id
              and w.name = :workflow
              and w.deleted_at is null)
            """)
        .bind("product_id", productId)
        .bind("workflow", workflow)
        .mapTo(Boolean.class)
        .one());
  }

  List<String> names() {
    return database.with(handle -> handle
        .createQuery("select name from ${schema}.products order by name limit :most")
        .bind("most", MOST)
        .mapTo(String.class)
        .list());
  }

  private List<RegisteredProduct> products(String where, UnaryOperator<Query> binding) {
    return database.with(handle -> binding
        .apply(handle.createQuery(SELECT + where + ORDER).bind("most", MOST))
        .map((row, _) -> new RegisteredProduct(product(row), fixedInputs(row), workflows(row)))
        .list());
  }

  /** The columns of a product. */
  static ProductInfo product(ResultSet row) throws SQLException {
    OffsetDateTime endDate = row.getObject("end_date", OffsetDateTime.class);
    return new ProductInfo(
        row.getObject("product_id", UUID.class),
        row.getString("name"),
        row.getString("description"),
        row.getString("product_type"),
        row.getString("tag"),
        ProductLifecycle.parse(row.getString("status")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        endDate == null ? null : endDate.toInstant());
  }

  private static Map<String, String> fixedInputs(ResultSet row) throws SQLException {
    String json = row.getString("fixed_inputs");
    Map<String, String> inputs = new LinkedHashMap<>();
    if (json != null) {
      Json.read(json).forEachEntry((name, value) -> inputs.put(name, value.asString()));
    }
    return inputs;
  }

  private static List<String> workflows(ResultSet row) throws SQLException {
    return List.of((String[]) row.getArray("workflows").getArray());
  }
}
