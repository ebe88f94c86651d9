package io.orchestrator4j.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** A connection as authors get it: it executes statements, and leaves the transaction to the platform. */
final class GuardedConnection {

  private static final Set<String> REFUSED =
      Set.of("commit", "close", "abort", "setAutoCommit", "setTransactionIsolation", "setReadOnly");

  private GuardedConnection() {}

  static Connection of(Connection connection) {
    return (Connection) Proxy.newProxyInstance(
        Connection.class.getClassLoader(),
        new Class<?>[] {Connection.class},
        (_, method, given) -> {
          requireAllowed(method);
          try {
            return method.invoke(connection, given);
          } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
          }
        });
  }

  // rolling back to a savepoint stays inside the transaction
  private static void requireAllowed(Method method) throws SQLException {
    boolean wholeRollback = method.getName().equals("rollback") && method.getParameterCount() == 0;
    if (wholeRollback || REFUSED.contains(method.getName())) {
      throw new SQLException(
          ("connection.%s was called in context.inCommit, whose transaction also has the step's record and is the"
                  + " platform's to end; execute statements only, and throw to undo them")
              .formatted(method.getName()));
    }
  }
}
