package io.orchestrator4j.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * One schema of one PostgreSQL database. SQL texts name it <code>${schema}</code>. Thread-safe;
 * connections come from the application's pool and go back to it.
 */
public final class Database {

  private static final Pattern SCHEMA = Pattern.compile("[a-z_][a-z0-9_]{0,48}");

  private final DataSource dataSource;
  private final String schema;
  private final Jdbi jdbi;

  // pools are unfair: under load a thread can starve before one for seconds
  private final Semaphore gate;

  /**
   * A schema of the database behind a data source.
   *
   * @param connections how many of its connections may be in use at once; who wants one more waits its turn
   * @throws IllegalArgumentException if the schema's name would need quoting
   */
  public Database(DataSource dataSource, String schema, int connections) {
    if (!SCHEMA.matcher(schema).matches()) {
      throw new IllegalArgumentException(
          "The schema name '%s' is not made of lower-case letters, digits and underscores; choose another"
              .formatted(schema));
    }
    this.dataSource = dataSource;
    this.schema = schema;
    this.gate = new Semaphore(connections, true);
    this.jdbi = Jdbi.create(dataSource);
    jdbi.setTemplateEngine((sql, context) -> sql(sql));
    jdbi.registerArrayType(String.class, "text");
    jdbi.registerArrayType(Integer.class, "int4");
    jdbi.registerArrayType(UUID.class, "uuid");
  }

  /** The schema's name. */
  public String schema() {
    return schema;
  }

  /** A statement with the schema's name filled in. */
  public String sql(String template) {
    return template.replace("${schema}", schema);
  }

  /** The name of the channel on which the nodes of this schema tell one another what happened. */
  public String channel() {
    return schema + "_events";
  }

  /** A key for an advisory lock with this purpose, another one in each schema. */
  public long lockKey(String purpose) {
    CRC32 hash = new CRC32();
    hash.update((schema + "/" + purpose).getBytes(StandardCharsets.UTF_8));
    return 0x6f34_6a00_0000_0000L | hash.getValue();
  }

  /**
   * Does something with a connection, each statement in a transaction of its own.
   *
   * @throws DatabaseUnavailable if the database cannot be reached; nothing is known of the outcome
   * @throws StatementRefused if the database refuses a statement; nothing was changed
   */
  public <T extends @Nullable Object> T with(Work<T> work) {
    gate.acquireUninterruptibly();
    try {
      return jdbi.withHandle(work::on);
    } catch (JdbiException e) {
      throw translated(e);
    } catch (SQLException e) {
      throw translated(e);
    } finally {
      gate.release();
    }
  }

  /**
   * Does something in one transaction.
   *
   * @throws DatabaseUnavailable if the database cannot be reached; nothing is known of the outcome
   * @throws StatementRefused if the database refuses a statement; nothing was changed
   */
  public <T extends @Nullable Object> T inTransaction(Work<T> work) {
    gate.acquireUninterruptibly();
    try {
      return jdbi.inTransaction(work::on);
    } catch (JdbiException e) {
      throw translated(e);
    } catch (SQLException e) {
      throw translated(e);
    } finally {
      gate.release();
    }
  }

  /**
   * Does something with a plain connection, each statement in a transaction of its own.
   *
   * @throws DatabaseUnavailable if the database cannot be reached; nothing is known of the outcome
   * @throws StatementRefused if the database refuses a statement; nothing was changed
   */
  public <T extends @Nullable Object> T onConnection(OwnConnection.Work<T> work) {
    gate.acquireUninterruptibly();
    try (Connection connection = dataSource.getConnection()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw translated(e);
    } finally {
      gate.release();
    }
  }

  /**
   * A connection that one thread keeps for itself, besides those that are counted here.
   *
   * @param patience how long an answer may take before the connection counts as broken
   * @param settings statements to execute on each connection that is opened
   */
  public OwnConnection ownConnection(Duration patience, String... settings) {
    return new OwnConnection(this, patience, List.of(settings));
  }

  /**
   * A connection of the caller's own, who closes it.
   *
   * @throws DatabaseUnavailable if there is none to be had
   */
  public Connection connection() {
    try {
      return dataSource.getConnection();
    } catch (SQLException e) {
      throw DatabaseUnavailable.of(e);
    }
  }

  /** Whether the database answers at this moment. */
  public boolean isReachable() {
    try {
      return with(handle -> handle.createQuery("select 1").mapTo(Integer.class).one()) == 1;
    } catch (DatabaseUnavailable _) {
      return false;
    }
  }

  /** Something to do with an open handle. */
  @FunctionalInterface
  public interface Work<T extends @Nullable Object> {
    T on(Handle handle) throws SQLException;
  }

  private static RuntimeException translated(SQLException thrown) {
    return DatabaseUnavailable.isConnectionLoss(thrown)
        ? DatabaseUnavailable.of(thrown)
        : StatementRefused.of(thrown);
  }

  // Jdbi's exceptions carry the bound values, which must not reach logs or journals
  private static RuntimeException translated(JdbiException thrown) {
    boolean noConnection = thrown instanceof ConnectionException
        || (thrown.getCause() instanceof SQLTransientException transientCause
            && DatabaseUnavailable.isConnectionLoss(transientCause));
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && (noConnection || DatabaseUnavailable.isConnectionLoss(sql))) {
        return DatabaseUnavailable.of(sql);
      }
    }
    return StatementRefused.of(thrown);
  }
}
