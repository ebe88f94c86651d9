package io.orchestrator4j.subscription;

import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.store.ColumnArrays;
import io.orchestrator4j.store.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of subscriptions, and those of their versions: how they are written. */
final class SubscriptionRows {

  private record Row(SubscriptionChange change, String writtenAt) {
    SubscriptionHeader header() {
      return change.after();
    }
  }

  /** Who changes something, and when. */
  record ChangedBy(@Nullable UUID processId, String actor, Instant at) {}

  private static final ColumnArrays<Row> NEW = new ColumnArrays<Row>()
      .uuid("subscription_id", row -> row.header().subscriptionId())
      .uuid("product_id", row -> row.header().product().productId())
      .text("customer_id", row -> row.header().customerId())
      .text("description", row -> row.header().description())
      .text("status", row -> row.header().status().text())
      .uuid("locked_by", row -> row.header().lockedBy())
      .text("start_date", row -> text(row.header().startDate()))
      .text("end_date", row -> text(row.header().endDate()))
      .text("note", row -> row.header().note())
      .integer("version", row -> row.header().version())
      .text("created_at", Row::writtenAt)
      .integer("history_room", row -> row.change().history().room());

  private static final ColumnArrays<Row> CHANGED = new ColumnArrays<Row>()
      .uuid("subscription_id", row -> row.header().subscriptionId())
      .integer("version", row -> row.header().version())
      .text("description", row -> row.header().description())
      .text("status", row -> row.header().status().text())
      .uuid("locked_by", row -> row.header().lockedBy())
      .text("start_date", row -> text(row.header().startDate()))
      .text("end_date", row -> text(row.header().endDate()))
      .text("note", row -> row.header().note())
      .integer("history_room", row -> row.change().history().room());

  private static final ColumnArrays<Row> VERSIONS = new ColumnArrays<Row>()
      .uuid("subscription_id", row -> row.header().subscriptionId())
      .integer("version", row -> row.header().version())
      .uuid("process_id", row -> row.change().by().processId())
      .text("changed_by", row -> row.change().by().actor())
      .text("changed_at", Row::writtenAt)
      .text("change", row -> row.change().history().change())
      .text("snapshot", row -> row.change().history().snapshot());

  private static final String INSERT = """
      insert into ${schema}.subscriptions (
        subscription_id, product_id, customer_id, description, status, locked_by, start_date, end_date, note, version,
        created_at, history_room)
      select subscription_id, product_id, customer_id, description, status, locked_by, start_date::timestamptz,
             end_date::timestamptz, note, version, created_at::timestamptz, history_room
      from {rows}
      """;

  private static final String UPDATE = """
      update ${schema}.subscriptions s
      set description = r.description, status = r.status, locked_by = r.locked_by,
          start_date = r.start_date::timestamptz, end_date = r.end_date::timestamptz, note = r.note,
          version = r.version, history_room = r.history_room, search_stale = true
      from {rows}
      where s.subscription_id = r.subscription_id
      and s.version = r.version - 1
      returning s.subscription_id
      """;

  private static final String WHAT_IT_IS = """
      select s.subscription_id, s.version, s.locked_by, v.changed_by
      from {rows}
      join ${schema}.subscriptions s on s.subscription_id = r.subscription_id
      left join ${schema}.subscription_versions v
      on v.subscription_id = s.subscription_id and v.version = s.version
      """;

  private static final String VERSION = """
      insert into ${schema}.subscription_versions (
        subscription_id, version, process_id, changed_by, changed_at, change, snapshot)
      select subscription_id, version, process_id, changed_by, changed_at::timestamptz, change::json, snapshot::json
      from {rows}
      """;

  private final RowStatement<Row> insert;
  private final RowStatement<Row> update;
  private final RowStatement<Row> whatItIs;
  private final RowStatement<Row> version;

  SubscriptionRows(Database database) {
    this.insert = new RowStatement<>(database, INSERT, NEW);
    this.update = new RowStatement<>(database, UPDATE, CHANGED);
    this.whatItIs = new RowStatement<>(database, WHAT_IT_IS, CHANGED);
    this.version = new RowStatement<>(database, VERSION, VERSIONS);
  }

  /**
   * Writes the rows themselves.
   *
   * @return those that were written: all but those that yield and are others than they are known to be
   * @throws SaveRefused if one that does not yield is another than it is known to be
   */
  List<SubscriptionChange> write(Connection connection, List<SubscriptionChange> changes)
      throws SQLException {
    List<Row> rows = rows(changes);
    insert.update(connection, rows.stream().filter(row -> row.change().isNew()).toList());
    List<Row> known = rows.stream().filter(row -> !row.change().isNew()).toList();
    Set<UUID> written = new HashSet<>(
        update.query(connection, known, row -> row.getObject("subscription_id", UUID.class)));
    for (Row row : known) {
      if (!written.contains(row.change().id())) {
        yieldOrRefuse(connection, row.change());
      }
    }
    return changes.stream()
        .filter(change -> change.isNew() || written.contains(change.id()))
        .toList();
  }

  /** Has rows and history written by a script. */
  void addTo(SaveScript script, List<SubscriptionChange> changes) {
    List<Row> rows = rows(changes);
    script.add(insert, rows.stream().filter(row -> row.change().isNew()).toList());
    script.add(update, rows.stream().filter(row -> !row.change().isNew()).toList());
    script.add(version, rows);
  }

  /** Writes the history. */
  void record(Connection connection, List<SubscriptionChange> changes) throws SQLException {
    version.update(connection, rows(changes));
  }

  private record Found(
      int version, @Nullable UUID lockedBy, @Nullable String changedBy) {}

  private void yieldOrRefuse(Connection connection, SubscriptionChange change) throws SQLException {
    SubscriptionHeader before = Objects.requireNonNull(change.before());
    List<Found> found = whatItIs.query(
        connection,
        rows(List.of(change)),
        row -> new Found(
            row.getInt("version"),
            row.getObject("locked_by", UUID.class),
            row.getString("changed_by")));
    if (found.isEmpty()) {
      throw SaveRefused.StaleSubscription.gone(before);
    }
    if (change.yields()) {
      return;
    }
    Found now = found.getFirst();
    if (change.takesLock() && now.lockedBy() != null) {
      throw new SaveRefused.SubscriptionLocked(before, now.lockedBy());
    }
    throw SaveRefused.StaleSubscription.of(before, now.version(), now.changedBy());
  }

  private static List<Row> rows(List<SubscriptionChange> changes) {
    return changes.stream()
        .map(change -> new Row(change, change.by().at().toString()))
        .toList();
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
