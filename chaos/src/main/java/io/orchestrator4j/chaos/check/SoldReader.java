package io.orchestrator4j.chaos.check;

import io.orchestrator4j.chaos.check.Sold.FailureRow;
import io.orchestrator4j.chaos.check.Sold.LinkRow;
import io.orchestrator4j.chaos.check.Sold.SaveRow;
import io.orchestrator4j.chaos.check.Sold.SubscriptionRow;
import io.orchestrator4j.chaos.check.Sold.VersionRow;
import io.orchestrator4j.chaos.counter.Content;
import io.orchestrator4j.chaos.counter.Counter;
import io.orchestrator4j.product.DefinedProducts;
import io.orchestrator4j.product.ModelTree;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.subscription.SubscriptionStore;
import io.orchestrator4j.subscription.SubscriptionVersion;
import io.orchestrator4j.subscription.Subscriptions;
import io.orchestrator4j.value.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what there is of subscriptions: rows as they are, and the trees in the way in which everybody gets them, those of
 * the past included.
 */
public final class SoldReader {

  private static final int CONNECTIONS = 2;

  private final Database database;
  private final SubscriptionStore store;
  private final Subscriptions subscriptions;

  public SoldReader(DataSource source) {
    this.database = new Database(source, "orchestrator", CONNECTIONS);
    this.store = new SubscriptionStore(
        database, DefinedProducts.of(List.of(Counter.class), List.of()), Clock.systemUTC());
    this.subscriptions = new Subscriptions(() -> store);
  }

  /** Everything. */
  Sold read() {
    List<SubscriptionRow> rows = subscriptions();
    List<VersionRow> versions = new ArrayList<>();
    rows.forEach(row -> versions.addAll(versions(row.id())));
    return new Sold(rows, versions, saves(), failures(), subjects(), links(), held());
  }

  private record Row(
      UUID id, String status, int version, @Nullable UUID lockedBy) {}

  private List<SubscriptionRow> subscriptions() {
    List<Row> rows = rows(
        "select subscription_id, status, version, locked_by from ${schema}.subscriptions",
        row -> new Row(
            id(row, "subscription_id"),
            row.getString("status"),
            row.getInt("version"),
            row.getObject("locked_by", UUID.class)));
    return rows.stream().map(this::subscription).toList();
  }

  private SubscriptionRow subscription(Row row) {
    Counter counter = subscriptions.load(Counter.class, row.id());
    return new SubscriptionRow(
        row.id(),
        row.status(),
        row.version(),
        row.lockedBy(),
        counter.counter.subscriptionInstanceId(),
        Content.of(counter),
        Json.write(ModelTree.show(counter)));
  }

  /** Who had it locked after a change, as far as the change says it. */
  private record HistoryRow(
      int number,
      @Nullable UUID process,
      boolean saysLock,
      @Nullable UUID lockedBy) {}

  private List<VersionRow> versions(UUID subscription) {
    List<HistoryRow> history = history(subscription);
    Map<SubscriptionVersion, ObjectNode> trees = store
        .history()
        .expand(IntStream.rangeClosed(1, history.size())
            .mapToObj(number -> new SubscriptionVersion(subscription, number))
            .toList());
    List<VersionRow> versions = new ArrayList<>();
    UUID lockedBy = null;
    for (HistoryRow row : history) {
      lockedBy = row.saysLock() ? row.lockedBy() : lockedBy;
      ObjectNode tree = trees.get(new SubscriptionVersion(subscription, row.number()));
      versions.add(new VersionRow(
          subscription,
          row.number(),
          row.process(),
          lockedBy,
          tree == null ? null : content(tree.path("counter")),
          tree == null ? null : Json.write(tree)));
    }
    return versions;
  }

  private List<HistoryRow> history(UUID subscription) {
    return rows(
        """
        select version, process_id, says.lock is not null as says_lock, (says.lock #>> '{}')::uuid as locked_by
        from (
          select version, process_id, coalesce(snapshot, change) -> 'header' -> 'locked_by' as lock
          from ${schema}.subscription_versions
          where subscription_id = '%s') as says
        order by version
        """.formatted(subscription),
        row -> new HistoryRow(
            row.getInt("version"),
            row.getObject("process_id", UUID.class),
            row.getBoolean("says_lock"),
            row.getObject("locked_by", UUID.class)));
  }

  private static Content content(JsonNode counter) {
    List<Integer> parts = new ArrayList<>();
    counter.path("parts").forEach(part -> parts.add(part.path("added_by").intValue()));
    JsonNode place = counter.path("place");
    return new Content(
        counter.path("count").intValue(), place.isNumber() ? place.intValue() : null, parts);
  }

  private record Recorded(
      UUID process,
      String path,
      @Nullable String reference,
      @Nullable String content,
      boolean counts) {}

  // a step's record says what differs from the State before, so that a reference may be missing
  private List<SaveRow> saves() {
    List<Recorded> recorded = rows(
        """
        select process_id, path, delta #>> '{set,subscription}' as reference, delta #>> '{set,content}' as content,
               delta #> '{set,count}' is not null as counts
        from ${schema}.process_steps
        where status in ('success', 'complete')
        and (delta #> '{set,subscription}' is not null or delta #> '{set,content}' is not null)
        order by process_id, sequence
        """,
        row -> new Recorded(
            id(row, "process_id"),
            row.getString("path"),
            row.getString("reference"),
            row.getString("content"),
            row.getBoolean("counts")));
    Map<UUID, JsonNode> references = new HashMap<>();
    List<SaveRow> saves = new ArrayList<>();
    for (Recorded each : recorded) {
      if (each.reference() != null) {
        references.put(each.process(), Json.read(each.reference()));
      }
      JsonNode reference = Objects.requireNonNull(references.get(each.process()), each.path());
      saves.add(new SaveRow(
          each.process(),
          each.path(),
          UUID.fromString(reference.path("subscription_id").asString()),
          reference.path("version").intValue(),
          each.content() == null ? null : Json.fromTree(Json.read(each.content()), Content.class),
          each.counts()));
    }
    return saves;
  }

  private List<FailureRow> failures() {
    return rows(
        """
        select process_id, path, failure ->> 'type' as type
        from ${schema}.process_steps
        where status = 'failed'
        and failure is not null
        """,
        row -> new FailureRow(
            id(row, "process_id"), row.getString("path"), String.valueOf(row.getString("type"))));
  }

  private List<LinkRow> subjects() {
    return rows("""
        select process_id, (delta #>> '{set,subscription_id}')::uuid as subscription_id
        from ${schema}.process_steps
        where delta #> '{set,subscription_id}' is not null
        """, row -> new LinkRow(id(row, "process_id"), id(row, "subscription_id")));
  }

  private List<LinkRow> links() {
    return rows(
        "select process_id, subscription_id from ${schema}.processes_subscriptions",
        row -> new LinkRow(id(row, "process_id"), id(row, "subscription_id")));
  }

  private Set<UUID> held() {
    return new HashSet<>(rows(
        "select subscription_instance_id from ${schema}.unique_values where field = 'place'",
        row -> id(row, "subscription_instance_id")));
  }

  /** Makes something of a row. */
  @FunctionalInterface
  private interface Made<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> List<T> rows(String sql, Made<T> make) {
    return database.with(
        handle -> handle.createQuery(sql).map((row, _) -> make.of(row)).list());
  }

  private static UUID id(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, UUID.class));
  }
}
