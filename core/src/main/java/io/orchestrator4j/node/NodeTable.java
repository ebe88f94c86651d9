package io.orchestrator4j.node;

import io.orchestrator4j.audit.AuditEntry;
import io.orchestrator4j.audit.AuditRows;
import io.orchestrator4j.store.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of nodes. All times that decide over life and death are the database's. */
final class NodeTable {

  private static final Duration KEPT = Duration.ofDays(7);

  private final Database database;

  NodeTable(Database database) {
    this.database = database;
  }

  /** What a node hears with its heartbeat. */
  record Pulse(boolean draining, boolean paused) {}

  void register(Node node, long lockKey, Duration lease) {
    database.with(handle -> handle
        .createUpdate("""
            insert into ${schema}.nodes (
              node_id, name, host, pid, roles, started_at, heartbeat_at, lock_key, lease_millis)
            values (:node_id, :name, :host, :pid, :roles, :started_at, now(), :lock_key, :lease_millis)
            """)
        .bind("node_id", node.nodeId())
        .bind("name", node.name())
        .bind("host", node.host())
        .bind("pid", node.pid())
        .bind("roles", NodeRole.text(node.roles()))
        .bind("started_at", node.startedAt())
        .bind("lock_key", lockKey)
        .bind("lease_millis", lease.toMillis())
        .execute());
  }

  /** Says that a node lives; empty if it was taken for dead. */
  Optional<Pulse> heartbeat(Connection connection, UUID nodeId) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(database.sql("""
        update ${schema}.nodes
        set heartbeat_at = now()
        where node_id = ?
        and lost_at is null
        returning draining_at is not null as draining,
                  (select paused from ${schema}.engine_settings where settings_id = 1) as paused
        """))) {
      statement.setObject(1, nodeId);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(new Pulse(row.getBoolean("draining"), row.getBoolean("paused")))
            : Optional.empty();
      }
    }
  }

  /** A node that may be dead: it has been silent for longer than its lease, or twice as long. */
  record Silent(UUID nodeId, String name, long lockKey, boolean twice) {}

  List<Silent> silent(UUID self) {
    return database.with(handle -> handle
        .createQuery("""
            select node_id, name, lock_key,
                   heartbeat_at < now() - 2 * lease_millis * interval '1 millisecond' as twice
            from ${schema}.nodes
            where stopped_at is null
            and lost_at is null
            and node_id <> :self
            and heartbeat_at < now() - lease_millis * interval '1 millisecond'
            """)
        .bind("self", self)
        .map((row, _) -> new Silent(
            row.getObject("node_id", UUID.class),
            row.getString("name"),
            row.getLong("lock_key"),
            row.getBoolean("twice")))
        .list());
  }

  /**
   * Takes a silent node for dead, unless it spoke meanwhile. As long as its session holds its lock it is given twice
   * the time: it may be frozen, or only unable to reach its heartbeat's connection.
   *
   * @return whether it did
   */
  boolean lose(Silent silent) {
    return database.inTransaction(handle -> {
      boolean free = handle
          .createQuery("select pg_try_advisory_xact_lock(:lock_key)")
          .bind("lock_key", silent.lockKey())
          .mapTo(Boolean.class)
          .one();
      return (free || silent.twice())
          && handle.createUpdate("""
                  update ${schema}.nodes
                  set lost_at = now()
                  where node_id = :node_id
                  and lost_at is null
                  and stopped_at is null
                  and heartbeat_at < now() - lease_millis * interval '1 millisecond'
                  """).bind("node_id", silent.nodeId()).execute() == 1;
    });
  }

  /** Takes nodes for dead whose death is proven. */
  int loseProven(Collection<UUID> nodeIds) {
    return database.with(handle ->
        handle.createUpdate("""
            update ${schema}.nodes
            set lost_at = now()
            where node_id = any(:node_ids)
            and lost_at is null
            and stopped_at is null
            """).bindArray("node_ids", UUID.class, nodeIds).execute());
  }

  /** Takes all other nodes for dead. */
  int loseOthers(UUID self) {
    return database.with(handle -> handle.createUpdate("""
            update ${schema}.nodes
            set lost_at = now()
            where node_id <> :self
            and lost_at is null
            and stopped_at is null
            """).bind("self", self).execute());
  }

  void stopped(UUID nodeId) {
    database.with(handle -> handle
        .createUpdate("update ${schema}.nodes set stopped_at = now() where node_id = :node_id")
        .bind("node_id", nodeId)
        .execute());
  }

  int forgetOld() {
    return database.with(handle ->
        handle.createUpdate("""
            delete from ${schema}.nodes
            where coalesce(lost_at, stopped_at) < now() - :kept_seconds * interval '1 second'
            """).bind("kept_seconds", KEPT.toSeconds()).execute());
  }

  /**
   * Tells nodes to drain, or to go on.
   *
   * @param nameOrId of nodes that have not ended
   * @return how many were told
   */
  int drain(String nameOrId, boolean draining, AuditEntry entry) {
    return database.with(handle -> {
      var query = handle.createQuery("""
          with told as (
            update ${schema}.nodes
            set draining_at = case when :draining then now() end
            where (name = :name_or_id or node_id::text = :name_or_id)
            and stopped_at is null
            and lost_at is null
            returning node_id),
          audited as (
          """
          + AuditRows.insertFrom("(select from told limit 1) as once")
          + ")\nselect count(*) from told");
      AuditRows.bind(query, entry);
      return query
          .bind("draining", draining)
          .bind("name_or_id", nameOrId)
          .mapTo(Integer.class)
          .one();
    });
  }

  /** All nodes that are remembered, those at work first. */
  List<NodeInfo> all() {
    return database.with(
        handle -> handle.createQuery("""
            select n.node_id, n.name, n.host, n.pid, n.roles, n.started_at,
                   case when n.heartbeat_at > '-infinity'
                        then (extract(epoch from now() - n.heartbeat_at) * 1000)::bigint end as silence,
                   case when n.lost_at is not null then 'LOST'
                        when n.stopped_at is not null then 'STOPPED'
                        when n.heartbeat_at < now() - n.lease_millis * interval '1 millisecond' then 'SILENT'
                        when n.draining_at is not null then 'DRAINING'
                        else 'LIVE' end as state,
                   coalesce(r.running, 0) as running
            from ${schema}.nodes n
            left join (
              select owner, count(*) as running
              from ${schema}.processes
              where last_status = 'running'
              and owner is not null
              group by owner) as r
            on r.owner = n.node_id
            order by (n.lost_at is null and n.stopped_at is null) desc, n.started_at desc
            limit 200
            """).map((row, _) -> info(row)).list());
  }

  private static NodeInfo info(ResultSet row) throws SQLException {
    @Nullable Long silence = row.getObject("silence", Long.class);
    return new NodeInfo(
        new Node(
            row.getObject("node_id", UUID.class),
            row.getString("name"),
            row.getString("host"),
            row.getLong("pid"),
            NodeRole.parse(row.getString("roles")),
            row.getObject("started_at", OffsetDateTime.class).toInstant()),
        NodeInfo.State.valueOf(row.getString("state")),
        silence == null ? null : Duration.ofMillis(silence),
        row.getLong("running"));
  }
}
