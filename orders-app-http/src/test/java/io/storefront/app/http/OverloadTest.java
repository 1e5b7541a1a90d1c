package io.storefront.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.app.testkit.ApiAnswer;
import io.storefront.app.testkit.ApiCall;
import io.storefront.app.testkit.SocketApiClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** More customers than the database can serve, and locks that somebody keeps. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OverloadTest {
  private static final Duration CONNECTION_TIMEOUT = Duration.ofMillis(1_500);
  private static final String LOCK = "SELECT FROM stock WHERE sku = 'TEE-M-BLK' FOR UPDATE";

  private final TestDatabase database = TestDatabase.create();
  private final Books books = new Books(database);
  private final RunningHost host =
      RunningHost.start(database, Map.of("DATABASE_POOL_SIZE", "1", "TIME_BUDGET", "8s"));

  @AfterEach
  void end() throws InterruptedException {
    host.close();
  }

  @Test
  void two_hundred_customers_on_one_connection_are_served_or_turned_away_in_time()
      throws Exception {
    try (Shoppers crowd = Shoppers.start(host.address(), 200)) {
      crowd.awaitMore(100, Duration.ofMinutes(2));
      try (Connection holder = lock()) {
        Thread.sleep(4000);
        assertThat(holder.isClosed()).isFalse();
      }
      crowd.awaitMore(20, Duration.ofMinutes(2));
      try (SocketApiClient operator = new SocketApiClient(host.address())) {
        assertThat(operator.send(ApiCall.get("/health/live")).status()).isEqualTo(200);
      }
      crowd.finish();
      List<Shoppers.Heard> shed =
          crowd.heard().stream()
              .filter(each -> each.answer().text().contains("Too many requests"))
              .toList();
      System.out.printf(
          "%d requests, %d placed, %d turned away, after %s%n",
          crowd.heard().size(),
          crowd.heard().stream().filter(Shoppers.Heard::isPlaced).count(),
          shed.size(),
          shed.stream().mapToLong(each -> each.took().toMillis()).summaryStatistics());
      assertThat(shed)
          .isNotEmpty()
          .allSatisfy(
              each -> assertThat(each.took()).isLessThan(CONNECTION_TIMEOUT.plusSeconds(4)));
      books.agreeWith(crowd.heard());
      books.showNoLeaks();
    }
    try (SocketApiClient client = new SocketApiClient(host.address())) {
      assertThat(client.send(Shoppers.order("afterwards")).status()).isEqualTo(201);
    }
  }

  @Test
  void work_in_the_background_goes_on_behind_a_crowd() throws Exception {
    try (SocketApiClient client = new SocketApiClient(host.address())) {
      ApiAnswer pending =
          client.send(
              Shoppers.order("unclear")
                  .withText(
                      """
                      {"customerId":"cus_01890000-0000-7000-8000-000000000001","currency":"EUR",
                       "lines":[{"sku":"TEE-M-BLK","quantity":1}],
                       "payment":{"token":"tok_error"}}\
                      """));
      assertThat(pending.status()).isEqualTo(202);
      try (Shoppers crowd = Shoppers.start(host.address(), 100)) {
        String id = pending.string("id").substring("ord_".length());
        books.awaitZero(
            "SELECT count(*) FROM orders WHERE status = 'PENDING' AND id = '" + id + "'",
            Duration.ofSeconds(60));
        crowd.awaitMore(10, Duration.ofMinutes(1));
      }
    }
    books.awaitQuiet();
  }

  @Test
  void a_lock_that_somebody_keeps_stops_orders_with_nothing_half_done() throws Exception {
    try (SocketApiClient client = new SocketApiClient(host.address())) {
      try (Connection holder = lock()) {
        ApiAnswer answer = client.send(Shoppers.order("waiting"));
        assertThat(answer.status()).as("%s", answer).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isPresent();
        assertThat(database.number("SELECT count(*) FROM orders")).isZero();
        assertThat(database.number("SELECT count(*) FROM idempotency")).isZero();
        assertThat(database.number("SELECT count(*) FROM stock_claim")).isZero();
        holder.rollback();
      }
      assertThat(client.send(Shoppers.order("waiting")).status()).isEqualTo(201);
    }
    books.awaitQuiet();
    books.showNoLeaks();
  }

  private Connection lock() throws SQLException {
    Connection holder = database.dataSource().getConnection();
    holder.setAutoCommit(false);
    try (Statement statement = holder.createStatement()) {
      statement.execute(LOCK);
    }
    return holder;
  }
}
