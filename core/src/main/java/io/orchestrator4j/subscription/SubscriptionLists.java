package io.orchestrator4j.subscription;

import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.product.SubscriptionLifecycle;
import io.orchestrator4j.store.Database;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists subscriptions for operators, the latest first. Thread-safe. */
public final class SubscriptionLists {

  /** How many are listed at most, whatever was asked for. */
  public static final int MOST = 1000;

  private final Database database;

  SubscriptionLists(Database database) {
    this.database = database;
  }

  /**
   * Which of them.
   *
   * @param status null for any
   * @param product its name; null for any
   * @param customerId null for any
   * @param locked whether only those that a process has locked
   */
  public record Wanted(
      @Nullable SubscriptionLifecycle status,
      @Nullable String product,
      @Nullable String customerId,
      boolean locked) {}

  /** A part of them. */
  public List<SubscriptionHeader> list(Wanted wanted, int from, int rows) {
    Conditions conditions = conditions(wanted);
    String sql = "select %s\nfrom %s\nwhere %s\norder by s.subscription_id desc\noffset %d limit %d"
        .formatted(
            HeaderRows.COLUMNS, HeaderRows.TABLES, conditions.sql(), from, Math.min(rows, MOST));
    return database.with(handle -> conditions
        .bind(handle.createQuery(sql))
        .map((row, _) -> HeaderRows.header(row))
        .list());
  }

  /** How many there are. */
  public long count(Wanted wanted) {
    Conditions conditions = conditions(wanted);
    String sql = "select count(*) from %s where %s".formatted(HeaderRows.TABLES, conditions.sql());
    return database.with(
        handle -> conditions.bind(handle.createQuery(sql)).mapTo(Long.class).one());
  }

  private static Conditions conditions(Wanted wanted) {
    Conditions conditions = new Conditions();
    if (wanted.status() != null) {
      conditions.add("s.status = " + conditions.bound(wanted.status().text()));
    }
    if (wanted.product() != null) {
      conditions.add("p.name = " + conditions.bound(wanted.product()));
    }
    if (wanted.customerId() != null) {
      conditions.add("s.customer_id = " + conditions.bound(wanted.customerId()));
    }
    if (wanted.locked()) {
      conditions.add("s.locked_by is not null");
    }
    return conditions;
  }
}
