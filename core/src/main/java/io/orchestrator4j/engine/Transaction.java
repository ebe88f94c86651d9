package io.orchestrator4j.engine;

import java.sql.Connection;
import java.sql.SQLException;

/** Several statements on a connection that are executed all or not at all. */
final class Transaction {

  private Transaction() {}

  /** What is done in it. */
  @FunctionalInterface
  interface Statements<T> {
    T execute() throws SQLException;
  }

  /** Executes and commits; if something is thrown, everything is rolled back, and it is thrown on. */
  static <T> T on(Connection connection, Statements<T> statements) throws SQLException {
    connection.setAutoCommit(false);
    try {
      T result = statements.execute();
      connection.commit();
      return result;
    } catch (SQLException | RuntimeException e) {
      undo(connection, e);
      throw e;
    } finally {
      // a broken connection cannot be set back, and must not hide why it broke
      if (!connection.isClosed()) {
        connection.setAutoCommit(true);
      }
    }
  }

  private static void undo(Connection connection, Exception reason) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }
}
