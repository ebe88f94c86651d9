package io.orchestrator4j.engine;

import io.orchestrator4j.store.Database;
import io.orchestrator4j.store.DatabaseUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node's claim on the database: a session advisory lock on a connection of its own, gone when
 * the program dies. While one node holds it, a second one is refused.
 */
final class NodeLease implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NodeLease.class);

  // the server ends a dead program's session within this, so that a restart right after a crash
  // works
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration CHECK = Duration.ofSeconds(2);
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final Database database;
  private final Node node;
  private final Clock clock;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread keeper;
  private Connection connection;

  // a start that is refused before there are tables has nothing to record
  private boolean registered;

  private NodeLease(Database database, Node node, Clock clock, Connection connection) {
    this.database = database;
    this.node = node;
    this.clock = clock;
    this.connection = connection;
    this.keeper = Thread.ofPlatform().name("orchestrator-lease").daemon().unstarted(this::keep);
  }

  /**
   * Takes the lease, before the schema is touched: a newer program must not change it under a running one.
   *
   * @throws NodeAlreadyRunning if another node has it
   */
  static NodeLease take(Database database, Node node, Clock clock) {
    Connection connection = database.connection();
    try {
      if (!locked(database, connection)) {
        throw NodeAlreadyRunning.of(database.schema(), holder(database));
      }
      NodeLease lease = new NodeLease(database, node, clock, connection);
      lease.keeper.start();
      return lease;
    } catch (SQLException e) {
      close(connection);
      throw DatabaseUnavailable.of(e);
    } catch (RuntimeException e) {
      close(connection);
      throw e;
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      keeper.join(Duration.ofSeconds(5));
      if (registered) {
        recordEnd();
      }
    } catch (DatabaseUnavailable e) {
      LOG.warn("The node's end could not be recorded: {}", e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      close(connection);
    }
  }

  private void recordEnd() {
    database.with(handle -> handle
        .createUpdate("update ${schema}.nodes set stopped_at = :now where node_id = :node_id")
        .bind("now", clock.instant())
        .bind("node_id", node.nodeId())
        .execute());
  }

  /** Writes the node's row, by which a refused second node is told who is there. */
  void register() {
    database.with(handle -> handle
        .createUpdate("""
            insert into ${schema}.nodes (node_id, name, host, pid, started_at)
            values (:node_id, :name, :host, :pid, :started_at)
            """)
        .bind("node_id", node.nodeId())
        .bind("name", node.name())
        .bind("host", node.host())
        .bind("pid", node.pid())
        .bind("started_at", node.startedAt())
        .execute());
    registered = true;
  }

  // after a restart of the database the session is gone, and with it the lock: take it again
  private void keep() {
    try {
      while (!closed.await(CHECK.toMillis(), TimeUnit.MILLISECONDS)) {
        if (!isAlive()) {
          renew();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isAlive() {
    try {
      return connection.isValid(2);
    } catch (SQLException _) {
      return false;
    }
  }

  private void renew() {
    close(connection);
    try {
      connection = database.connection();
      if (!locked(database, connection)) {
        LOG.error(
            "Another node has taken the lease of this one while the database was away; its processes are that one's now");
      }
    } catch (DatabaseUnavailable | SQLException e) {
      LOG.warn(
          "The node lease is lost while the database is away, and is tried again: {}",
          e.getMessage());
    }
  }

  /** Whether the lock could be had within the patience; the server waits for it, we do not poll. */
  private static boolean locked(Database database, Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    try (Statement settings = connection.createStatement()) {
      settings.execute("set lock_timeout = " + PATIENCE.toMillis());
    }
    try (PreparedStatement statement = connection.prepareStatement("select pg_advisory_lock(?)")) {
      statement.setLong(1, database.lockKey("node"));
      statement.execute();
      return true;
    } catch (SQLException e) {
      if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  private static @Nullable Node holder(Database database) {
    boolean known = database.with(handle -> handle
        .createQuery("select to_regclass('${schema}.nodes') is not null")
        .mapTo(Boolean.class)
        .one());
    return !known
        ? null
        : database.with(handle -> handle
            .createQuery("""
            select node_id, name, host, pid, started_at
            from ${schema}.nodes
            where stopped_at is null
            order by started_at desc
            limit 1
            """)
            .map((row, _) -> new Node(
                row.getObject("node_id", UUID.class),
                row.getString("name"),
                row.getString("host"),
                row.getLong("pid"),
                row.getObject("started_at", OffsetDateTime.class).toInstant()))
            .findOne()
            .orElse(null));
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.debug("A broken connection could not be closed", e);
    }
  }
}
