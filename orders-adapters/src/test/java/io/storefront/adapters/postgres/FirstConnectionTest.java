package io.storefront.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A pool that meets a broken network first is a pool all the same. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FirstConnectionTest {
  private static final String LOST = "08006";

  private final TestDatabase database = TestDatabase.create();
  private final AtomicBoolean wasLost = new AtomicBoolean();

  @Test
  void a_first_connection_that_is_lost_while_it_is_set_up_spoils_no_later_one()
      throws SQLException {
    try (ConnectionPool pool =
            ConnectionPool.openLazily(database.settings(), new LosingTheFirst(database));
        Connection connection = patiently(pool)) {
      assertThat(connection.getTransactionIsolation())
          .isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
      assertThat(wasLost).isTrue();
    }
  }

  private static Connection patiently(ConnectionPool pool) throws SQLException {
    for (int tries = 1; tries < 10; tries++) {
      try {
        return pool.getConnection();
      } catch (SQLException notYet) {
        assertThat((Throwable) notYet).hasMessageContaining("not available");
      }
    }
    return pool.getConnection();
  }

  /** Its first connection is gone when it is asked how it isolates transactions. */
  private final class LosingTheFirst extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;

    LosingTheFirst(TestDatabase database) {
      setURL(database.jdbcUrl());
      setUser(database.user());
      setPassword(database.password());
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection real = super.getConnection();
      return (Connection)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("getTransactionIsolation")
                    && wasLost.compareAndSet(false, true)) {
                  real.close();
                  throw new SQLException("the connection is lost", LOST);
                }
                try {
                  return method.invoke(real, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }
}
