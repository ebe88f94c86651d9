package io.orchestrator4j.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection that one thread of the node keeps for itself, so that it never waits for others. It is opened when it
 * is first needed and again after it broke; what it was told to set for its session is set each time. Confined to
 * one thread, except for {@link #close}.
 */
public final class OwnConnection implements AutoCloseable {

  private final Database database;
  private final Duration patience;
  private final List<String> settings;
  private volatile @Nullable Connection connection;

  OwnConnection(Database database, Duration patience, List<String> settings) {
    this.database = database;
    this.patience = patience;
    this.settings = List.copyOf(settings);
  }

  /** Something to do with the connection, each statement in a transaction of its own. */
  @FunctionalInterface
  public interface Work<T extends @Nullable Object> {
    T on(Connection connection) throws SQLException;
  }

  /**
   * Does something with the connection.
   *
   * @throws DatabaseUnavailable if the database cannot be reached or does not answer within the patience; nothing is
   *     known of the outcome
   * @throws StatementRefused if the database refuses a statement; nothing was changed
   */
  public <T extends @Nullable Object> T with(Work<T> work) {
    Connection current = connection;
    try {
      if (current == null) {
        current = opened();
        connection = current;
      }
      return work.on(current);
    } catch (SQLException e) {
      if (current == null || DatabaseUnavailable.isConnectionLoss(e) || isClosed(current)) {
        close();
        throw DatabaseUnavailable.of(e);
      }
      throw StatementRefused.of(e);
    }
  }

  /** Whether there is a connection at this moment, as far as is known. */
  public boolean isOpen() {
    return connection != null;
  }

  /** Throws the connection away; what is under way on it breaks off, and the next use opens another one. */
  @Override
  public void close() {
    Connection current = connection;
    connection = null;
    if (current != null) {
      abort(current);
    }
  }

  private Connection opened() throws SQLException {
    Connection fresh = database.connection();
    try (Statement statement = fresh.createStatement()) {
      fresh.setAutoCommit(true);
      fresh.setNetworkTimeout(Runnable::run, Math.toIntExact(patience.toMillis()));
      for (String setting : settings) {
        statement.execute(setting);
      }
      return fresh;
    } catch (SQLException e) {
      abort(fresh);
      throw e;
    }
  }

  // not close(): its settings must not go back to the pool, and a broken connection must not be
  // waited for
  private static void abort(Connection broken) {
    try {
      broken.abort(Runnable::run);
      broken.close();
    } catch (SQLException _) {
      // it is gone, which was the aim
    }
  }

  private static boolean isClosed(Connection current) {
    try {
      return current.isClosed();
    } catch (SQLException _) {
      return true;
    }
  }
}
