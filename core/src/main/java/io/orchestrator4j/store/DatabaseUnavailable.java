package io.orchestrator4j.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/**
 * The database cannot be reached, or the connection broke in the middle. What was under way may or
 * may not have been committed.
 */
public final class DatabaseUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private DatabaseUnavailable(String message, SQLException cause) {
    super(message, cause);
  }

  /** What a lost connection means for those who asked for something. */
  public static DatabaseUnavailable of(SQLException cause) {
    return new DatabaseUnavailable(
        "The database cannot be reached (%s); it is tried again until it is back"
            .formatted(cause.getMessage()),
        cause);
  }

  /** What was in the way at the bottom of it, in the driver's words. */
  public String reason() {
    Throwable root = this;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }

  /** Whether an error says that the connection is gone, rather than that a statement was refused. */
  public static boolean isConnectionLoss(SQLException thrown) {
    return thrown instanceof SQLTransientConnectionException
        || thrown instanceof SQLNonTransientConnectionException
        || isConnectionState(thrown.getSQLState());
  }

  // Appendix A of PostgreSQL's manual: 08 connection exception, 57P01-57P05 shutdown, crash, cannot
  // connect now,
  // database dropped, idle timeout; 53300 too many connections; 25006 read-only: a demoted primary
  private static boolean isConnectionState(@Nullable String state) {
    return state != null
        && (state.startsWith("08")
            || state.startsWith("57P")
            || state.equals("53300")
            || state.equals("25006"));
  }
}
