package io.orchestrator4j.subscription;

import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.store.ColumnArrays;
import io.orchestrator4j.store.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Which processes work, or worked, on which subscriptions. Thread-safe. */
public final class ProcessLinks {

  /** How many processes of a subscription are listed at most. */
  public static final int MOST = 1000;

  /** That a process works on a subscription. */
  record Link(UUID processId, UUID subscriptionId, Instant createdAt) {}

  private static final ColumnArrays<Link> LINKS = new ColumnArrays<Link>()
      .uuid("process_id", Link::processId)
      .uuid("subscription_id", Link::subscriptionId)
      .text("created_at", link -> link.createdAt().toString());

  private static final String INSERT = """
      insert into ${schema}.processes_subscriptions (process_id, subscription_id, created_at)
      select process_id, subscription_id, created_at::timestamptz
      from {rows}
      on conflict (process_id, subscription_id) do nothing
      """;

  private static final String HEADERS =
      """
      select l.process_id, {columns}
      from {tables}
      join ${schema}.processes_subscriptions l on l.subscription_id = s.subscription_id
      where l.process_id = any(:processes)
      order by l.process_id, l.created_at, l.subscription_id
      """.replace("{columns}", HeaderRows.COLUMNS).replace("{tables}", HeaderRows.TABLES);

  private final Database database;
  private final RowStatement<Link> insert;

  ProcessLinks(Database database) {
    this.database = database;
    this.insert = new RowStatement<>(database, INSERT, LINKS);
  }

  void addTo(SaveScript script, List<Link> links) {
    script.addAnyNumber(insert, links);
  }

  void insert(Connection connection, List<Link> links) throws SQLException {
    insert.update(connection, links);
  }

  /** The subscriptions of processes, by process, in the order in which they were linked; one without any is left out. */
  public Map<UUID, List<UUID>> subscriptionsOf(Collection<UUID> processIds) {
    Map<UUID, List<UUID>> found = new LinkedHashMap<>();
    database.with(handle -> handle
        .createQuery("""
            select process_id, subscription_id
            from ${schema}.processes_subscriptions
            where process_id = any(:processes)
            order by process_id, created_at, subscription_id
            """)
        .bind("processes", processIds.toArray(UUID[]::new))
        .reduceResultSet(found, (links, row, _) -> {
          links
              .computeIfAbsent(row.getObject("process_id", UUID.class), _ -> new ArrayList<>())
              .add(row.getObject("subscription_id", UUID.class));
          return links;
        }));
    return found;
  }

  /**
   * What is known of the subscriptions of processes, by process, in the order in which they were linked, in one query;
   * one without any is left out.
   */
  public Map<UUID, List<SubscriptionHeader>> headersOf(Collection<UUID> processIds) {
    Map<UUID, List<SubscriptionHeader>> found = new LinkedHashMap<>();
    if (processIds.isEmpty()) {
      return found;
    }
    return database.with(handle -> handle
        .createQuery(HEADERS)
        .bind("processes", processIds.toArray(UUID[]::new))
        .reduceResultSet(found, (links, row, _) -> {
          links
              .computeIfAbsent(row.getObject("process_id", UUID.class), _ -> new ArrayList<>())
              .add(HeaderRows.header(row));
          return links;
        }));
  }

  /** What is known of the subscriptions of a process, in the order in which they were linked. */
  public List<SubscriptionHeader> headersOf(UUID processId) {
    return headersOf(List.of(processId)).getOrDefault(processId, List.of());
  }

  /** When a workflow last found that a subscription is as it should be; empty if none ever has. */
  public Optional<Instant> lastValidated(UUID subscriptionId) {
    return database
        .with(handle -> handle
            .createQuery("""
                select max(p.last_modified_at)
                from ${schema}.processes_subscriptions l
                join ${schema}.processes p on p.process_id = l.process_id
                join ${schema}.workflows w on w.workflow_id = p.workflow_id
                where l.subscription_id = :subscription
                and w.target = 'VALIDATE'
                and p.last_status = 'completed'
                """)
            .bind("subscription", subscriptionId)
            .mapTo(OffsetDateTime.class)
            .findOne())
        .map(OffsetDateTime::toInstant);
  }

  /** The processes of a subscription, the latest first; at most {@link #MOST}. */
  public List<UUID> processesOf(UUID subscriptionId) {
    return database.with(handle -> handle
        .createQuery("""
            select process_id
            from ${schema}.processes_subscriptions
            where subscription_id = :subscription
            order by created_at desc, process_id desc
            limit :most
            """)
        .bind("subscription", subscriptionId)
        .bind("most", MOST)
        .mapTo(UUID.class)
        .list());
  }
}
