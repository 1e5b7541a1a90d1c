package io.storefront.adapters.postgres;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/** Connections that break once, around the first statement that writes. */
final class BrokenConnections {
  private static final Set<String> RUNS = Set.of("execute", "executeQuery", "executeUpdate");

  /** When the connection breaks. */
  enum Break {
    NEVER,
    BEFORE_THE_COMMIT,
    AFTER_THE_COMMIT,
    /** The server still has to commit when the caller has long given up. */
    WHILE_COMMITTING
  }

  private final DataSource real;
  private final AtomicReference<Break> next = new AtomicReference<>(Break.NEVER);

  BrokenConnections(DataSource real) {
    this.real = real;
  }

  /** The next statement that inserts or updates breaks its connection. */
  void breakNext(Break how) {
    next.set(how);
  }

  /** Whether what was to break has broken. */
  boolean haveBroken() {
    return next.get() == Break.NEVER;
  }

  /** Every connection fails whatever it is asked. */
  DataSource alwaysBroken() {
    return wrap(
        DataSource.class,
        (proxy, method, arguments) -> {
          throw new SQLException("there is no connection", "08001");
        });
  }

  DataSource dataSource() {
    return wrap(
        DataSource.class,
        (proxy, method, arguments) -> {
          Object result = call(real, method, arguments);
          return result instanceof Connection connection ? breaking(connection) : result;
        });
  }

  private Connection breaking(Connection connection) {
    boolean[] abandoned = {false};
    return wrap(
        Connection.class,
        (proxy, method, arguments) -> {
          if (abandoned[0] && method.getName().equals("close")) {
            return null;
          }
          Object result = call(connection, method, arguments);
          boolean writes =
              result instanceof PreparedStatement
                  && arguments != null
                  && ((String) arguments[0]).matches("(?s).*(INSERT|UPDATE).*");
          return writes ? breaking(connection, (PreparedStatement) result, abandoned) : result;
        });
  }

  private PreparedStatement breaking(
      Connection connection, PreparedStatement statement, boolean[] abandoned) {
    return wrap(
        PreparedStatement.class,
        (proxy, method, arguments) -> {
          Break how = RUNS.contains(method.getName()) ? next.getAndSet(Break.NEVER) : Break.NEVER;
          if (how == Break.NEVER) {
            return call(statement, method, arguments);
          }
          if (how == Break.WHILE_COMMITTING) {
            abandoned[0] = true;
            connection.setAutoCommit(false);
          }
          if (how != Break.BEFORE_THE_COMMIT) {
            call(statement, method, arguments);
          }
          if (how == Break.WHILE_COMMITTING) {
            commitLater(connection);
          }
          throw new SQLException("the connection is gone", "08006");
        });
  }

  private static void commitLater(Connection connection) {
    CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS)
        .execute(
            () -> {
              try (connection) {
                connection.commit();
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T wrap(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            BrokenConnections.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
