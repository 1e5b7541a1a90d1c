package io.storefront.adapters.postgres;

import static io.storefront.orders.testkit.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.orders.ExternalReference;
import io.storefront.orders.Order;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.Orders.CommitAnswer;
import io.storefront.orders.testkit.Changes;
import io.storefront.orders.testkit.OrderBuilder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Connections give up in time, and are given up in time. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConnectionPoolTest {
  private final TestDatabase database = TestDatabase.create();

  @Test
  void statements_and_locks_give_up_in_time() throws SQLException {
    try (PostgresAdapters postgres = database.open();
        Connection connection = postgres.dataSource().getConnection()) {
      assertThat(shown(connection, "statement_timeout")).isEqualTo("3s");
      assertThat(shown(connection, "lock_timeout")).isEqualTo("2s");
      assertThat(shown(connection, "idle_in_transaction_session_timeout")).isEqualTo("5s");
      assertThat(shown(connection, "application_name")).isEqualTo("oms");
    }
  }

  @Test
  void the_pool_sheds_renews_and_keeps_alive_in_time() {
    try (ConnectionPool pool = ConnectionPool.open(database.settings().withMaxPoolSize(3))) {
      assertThat(pool.getMaximumPoolSize()).isEqualTo(3);
      assertThat(pool.getConnectionTimeout()).isEqualTo(1_500);
      assertThat(pool.getValidationTimeout()).isEqualTo(1_000);
      assertThat(pool.getMaxLifetime()).isEqualTo(Duration.ofMinutes(10).toMillis());
      assertThat(pool.getKeepaliveTime()).isEqualTo(Duration.ofSeconds(60).toMillis());
    }
  }

  @Test
  void statements_are_prepared_on_the_server_unless_the_url_says_that_a_proxy_could_not_bear_it() {
    assertThat(prepared("")).isPositive();
    assertThat(prepared("?prepareThreshold=0")).isZero();
  }

  /** On the one connection, after a statement was run often. */
  private int prepared(String parameters) {
    PostgresSettings settings =
        PostgresSettings.of(database.jdbcUrl() + parameters, database.user(), database.password())
            .withMaxPoolSize(1);
    try (PostgresAdapters postgres = PostgresAdapters.open(settings)) {
      for (int n = 0; n < 10; n++) {
        postgres.orders().findByReference(OrderBuilder.STOREFRONT, new ExternalReference("R" + n));
      }
      try (Connection connection = postgres.dataSource().getConnection();
          Statement statement = connection.createStatement();
          ResultSet found = statement.executeQuery("SELECT count(*) FROM pg_prepared_statements")) {
        found.next();
        return found.getInt(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_row_that_stays_locked_makes_the_port_unavailable_and_changes_nothing()
      throws SQLException {
    try (PostgresAdapters postgres = database.open()) {
      Order order = placed(postgres.orders());
      Change next =
          Changes.after(order, order.authorizing(new PaymentToken("tok_x"), OrderBuilder.NOON));
      try (Connection holder = database.dataSource().getConnection();
          Statement statement = holder.createStatement()) {
        holder.setAutoCommit(false);
        statement.execute("SELECT FROM orders FOR UPDATE");
        assertThatExceptionOfType(PortUnavailable.class)
            .isThrownBy(() -> postgres.orders().commit(next));
      }
      assertThat(postgres.orders().find(order.storefront(), order.id())).contains(order);
      assertThat(postgres.orders().commit(next)).isEqualTo(new CommitAnswer.Committed());
    }
  }

  @Test
  void who_gets_no_connection_is_shed_in_time() throws SQLException {
    try (PostgresAdapters postgres = PostgresAdapters.open(database.settings().withMaxPoolSize(1));
        Connection hog = postgres.dataSource().getConnection()) {
      assertThat(hog.isClosed()).isFalse();
      Instant start = Instant.now();
      assertThatExceptionOfType(PortUnavailable.class)
          .isThrownBy(
              () ->
                  postgres
                      .orders()
                      .findByReference(OrderBuilder.STOREFRONT, new ExternalReference("R")));
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(4));
      assertThat(postgres.readiness().isReady()).isFalse();
    }
  }

  @Test
  void killed_connections_are_replaced() {
    try (PostgresAdapters postgres = database.open()) {
      Order order = placed(postgres.orders());
      for (int round = 0; round < 5; round++) {
        database.execute(
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE application_name = 'oms' AND datname = current_database()
            """);
        placed(postgres.orders());
      }
      assertThat(postgres.orders().find(order.storefront(), order.id())).contains(order);
    }
  }

  @Test
  void a_server_that_became_read_only_is_left_for_another() throws SQLException {
    try (PostgresAdapters postgres =
        PostgresAdapters.open(database.settings().withMaxPoolSize(1))) {
      try (Connection connection = postgres.dataSource().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("SET default_transaction_read_only = on");
      }
      assertThatExceptionOfType(PortUnavailable.class).isThrownBy(() -> placed(postgres.orders()));
      placed(postgres.orders());
    }
  }

  @Test
  void what_was_bound_is_in_no_message() {
    try (PostgresAdapters postgres = database.open()) {
      Order order = placed(postgres.orders());
      Order asked = order.authorizing(new PaymentToken("tok_secret"), OrderBuilder.NOON);
      Change next = Changes.after(order, asked);
      database.execute("DROP TABLE order_work CASCADE");
      assertThatExceptionOfType(RuntimeException.class)
          .isThrownBy(() -> postgres.orders().commit(next))
          .satisfies(
              failure -> {
                for (Throwable each = failure; each != null; each = each.getCause()) {
                  assertThat(each.toString()).doesNotContain("tok_secret", "ada@example.com");
                }
              });
    }
  }

  private static Order placed(Orders orders) {
    Change change = Changes.placing(anOrder().act());
    assertThat(orders.commit(change)).isEqualTo(new CommitAnswer.Committed());
    return change.order();
  }

  private static String shown(Connection connection, String setting) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet shown = statement.executeQuery("SHOW " + setting)) {
      shown.next();
      return shown.getString(1);
    }
  }
}
