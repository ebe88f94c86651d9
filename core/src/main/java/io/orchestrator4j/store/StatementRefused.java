package io.orchestrator4j.store;

import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** The database refused a statement; nothing was changed. */
public final class StatementRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final @Nullable String sqlState;

  private StatementRefused(String message, @Nullable String sqlState, Throwable cause) {
    super(message, cause);
    this.sqlState = sqlState;
  }

  static StatementRefused of(JdbiException thrown) {
    for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return of(sql);
      }
    }
    return new StatementRefused(
        "A statement could not be put together: " + thrown.getClass().getSimpleName(),
        null,
        thrown);
  }

  static StatementRefused of(SQLException thrown) {
    return new StatementRefused(
        "The database refused a statement: " + thrown.getMessage(), thrown.getSQLState(), thrown);
  }

  /** Whether the same statement may well succeed when it is tried again: a deadlock, or two who were in each other's way. */
  public boolean isTransient() {
    return sqlState != null && sqlState.startsWith("40");
  }

  /** The SQLSTATE, as in appendix A of PostgreSQL's manual; null where the statement was never sent. */
  public @Nullable String sqlState() {
    return sqlState;
  }
}
