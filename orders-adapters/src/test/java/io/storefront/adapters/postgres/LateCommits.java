package io.storefront.adapters.postgres;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections whose writing statements are committed some time after they were executed. */
final class LateCommits {
  private static final Set<String> RUNS = Set.of("execute", "executeQuery", "executeUpdate");

  private LateCommits() {}

  static DataSource of(DataSource real, Supplier<Duration> delays) {
    return wrap(
        DataSource.class,
        real,
        result ->
            result instanceof Connection connection ? connection(connection, delays) : result);
  }

  private static Connection connection(Connection real, Supplier<Duration> delays) {
    return wrap(
        Connection.class,
        real,
        result ->
            result instanceof PreparedStatement statement
                ? statement(real, statement, delays)
                : result);
  }

  private static PreparedStatement statement(
      Connection connection, PreparedStatement real, Supplier<Duration> delays) {
    return proxy(
        PreparedStatement.class,
        (self, method, arguments) -> {
          if (!RUNS.contains(method.getName()) || !connection.getAutoCommit()) {
            return call(real, method, arguments);
          }
          connection.setAutoCommit(false);
          Object result = call(real, method, arguments);
          LockSupport.parkNanos(delays.get().toNanos());
          connection.commit();
          connection.setAutoCommit(true);
          return result;
        });
  }

  private interface Wrapping {
    @Nullable Object wrap(@Nullable Object result);
  }

  private static <T> T wrap(Class<T> type, Object real, Wrapping wrapping) {
    return proxy(type, (self, method, arguments) -> wrapping.wrap(call(real, method, arguments)));
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(LateCommits.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static @Nullable Object call(Object real, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
