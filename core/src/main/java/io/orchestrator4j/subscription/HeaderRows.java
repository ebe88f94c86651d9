package io.orchestrator4j.subscription;

import io.orchestrator4j.product.ProductInfo;
import io.orchestrator4j.product.ProductLifecycle;
import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.product.SubscriptionLifecycle;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of subscriptions with their products. */
final class HeaderRows {

  /** The columns of a subscription {@code s} and its product {@code p}. */
  static final String COLUMNS = """
      s.subscription_id, s.customer_id, s.description, s.status, s.locked_by, s.start_date, s.end_date, s.note,
      s.version, p.product_id, p.name as product_name, p.description as product_description, p.product_type,
      p.tag as product_tag, p.status as product_status, p.created_at as product_created_at,
      p.end_date as product_end_date""";

  static final String TABLES = """
      ${schema}.subscriptions s
      join ${schema}.products p on p.product_id = s.product_id""";

  private HeaderRows() {}

  static SubscriptionHeader header(ResultSet row) throws SQLException {
    return new SubscriptionHeader(
        row.getObject("subscription_id", UUID.class),
        product(row),
        row.getString("customer_id"),
        row.getString("description"),
        SubscriptionLifecycle.parse(row.getString("status")),
        row.getObject("locked_by", UUID.class),
        time(row, "start_date"),
        time(row, "end_date"),
        row.getString("note"),
        row.getInt("version"));
  }

  private static ProductInfo product(ResultSet row) throws SQLException {
    Instant created = time(row, "product_created_at");
    return new ProductInfo(
        row.getObject("product_id", UUID.class),
        row.getString("product_name"),
        row.getString("product_description"),
        row.getString("product_type"),
        row.getString("product_tag"),
        ProductLifecycle.parse(row.getString("product_status")),
        created == null ? Instant.EPOCH : created,
        time(row, "product_end_date"));
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime found = row.getObject(column, OffsetDateTime.class);
    return found == null ? null : found.toInstant();
  }
}
