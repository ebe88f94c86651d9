package io.orchestrator4j.subscription;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Keeps connections open for the next one who wants one, and the texts of the statements that are executed. */
final class CountingDataSource implements DataSource, AutoCloseable {

  private final DataSource source;
  private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();
  private final Queue<String> executed = new ConcurrentLinkedQueue<>();

  CountingDataSource(DataSource source) {
    this.source = source;
  }

  /** The statements since the last time that somebody asked. */
  List<String> executed() {
    List<String> texts = new ArrayList<>();
    for (String text = executed.poll(); text != null; text = executed.poll()) {
      texts.add(text);
    }
    return texts;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection kept = idle.poll();
    Connection connection = kept == null ? source.getConnection() : kept;
    return proxy(Connection.class, (_, method, given) -> switch (method.getName()) {
      case "close" -> idle.add(connection);
      case "isClosed" -> false;
      case "prepareStatement" ->
        counting((String) given[0], invoke(connection, method, given), method.getReturnType());
      default -> invoke(connection, method, given);
    });
  }

  private Object counting(String sql, Object statement, Class<?> type) {
    return proxy(type, (_, method, given) -> {
      if (method.getName().startsWith("execute")) {
        executed.add(sql);
      }
      return invoke(statement, method, given);
    });
  }

  private static Object invoke(Object target, Method method, Object[] given) throws Throwable {
    try {
      return method.invoke(target, given);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @SuppressWarnings("unchecked") // it is made for this interface
  private static <T> T proxy(Class<?> type, InvocationHandler handler) {
    return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : idle) {
      connection.close();
    }
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    return source.getConnection(username, password);
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return source.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    source.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    source.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return source.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return source.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return source.isWrapperFor(type);
  }
}
