package io.orchestrator4j.catalogue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A data source that counts the statements that are prepared on its connections. */
final class CountedStatements {

  private final AtomicInteger count = new AtomicInteger();
  private final DataSource source;

  CountedStatements(DataSource inner) {
    this.source = wrap(DataSource.class, (_, method, arguments) -> {
      Object result = call(inner, method, arguments);
      return result instanceof Connection connection ? counting(connection) : result;
    });
  }

  DataSource source() {
    return source;
  }

  /** How many were prepared since somebody last asked. */
  int since() {
    return count.getAndSet(0);
  }

  private Connection counting(Connection inner) {
    return wrap(Connection.class, (_, method, arguments) -> {
      if (method.getName().equals("prepareStatement")) {
        count.incrementAndGet();
      }
      return call(inner, method, arguments);
    });
  }

  private static <T> T wrap(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(
        CountedStatements.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object call(Object inner, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(inner, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
