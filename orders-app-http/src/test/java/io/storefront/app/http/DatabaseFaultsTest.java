package io.storefront.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.OwnServer;
import io.storefront.adapters.testkit.OwnServer.Stop;
import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.adapters.testkit.WireProxy;
import io.storefront.app.testkit.ApiCall;
import io.storefront.app.testkit.SocketApiClient;
import io.storefront.wiring.demo.DemoKeys;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The database goes away, comes back, turns read-only or falls silent while customers shop. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DatabaseFaultsTest {
  private static final int CUSTOMERS = 4;

  /** Where two seconds are wanted: this machine may be busy with other things. */
  private static final Duration SOON = Duration.ofSeconds(15);

  private final OwnServer server = OwnServer.start();
  private final TestDatabase database = server.createDatabase();
  private final WireProxy network = database.network();
  private RunningHost host;
  private Shoppers shoppers;

  @BeforeEach
  void begin() throws InterruptedException {
    host = RunningHost.start(database, Map.of("DATABASE_URL", network.through(database.jdbcUrl())));
    shoppers = Shoppers.start(host.address(), CUSTOMERS);
    shoppers.awaitMore(5, SOON);
  }

  @AfterEach
  void end() throws InterruptedException {
    network.heal();
    host.close();
    network.close();
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void a_database_that_was_stopped_and_started_again_is_used_again_at_once(Stop how)
      throws InterruptedException {
    server.stop(how);
    Thread.sleep(6000);
    server.startAgain();

    tell("first order after the start", shoppers.awaitMore(5, SOON));
    everythingIsWell();
  }

  @Test
  void connections_that_are_terminated_again_and_again_cost_no_order() throws InterruptedException {
    for (int i = 0; i < 15; i++) {
      server.terminateConnections();
      Thread.sleep(200);
    }
    tell("first order after the last round", shoppers.awaitMore(5, SOON));
    everythingIsWell();
  }

  @Test
  void a_database_that_turned_read_only_refuses_orders_and_still_shows_them()
      throws InterruptedException {
    server.set("default_transaction_read_only", "on");
    Thread.sleep(500);
    try (SocketApiClient client = new SocketApiClient(host.address())) {
      assertThat(client.send(Shoppers.order("read-only")).status()).isEqualTo(503);
      assertThat(client.send(list()).status()).isEqualTo(200);
    }
    server.reset("default_transaction_read_only");

    tell("first order after it takes writes", shoppers.awaitMore(5, SOON));
    everythingIsWell();
  }

  @Test
  void a_database_that_fell_silent_is_waited_for_no_longer_than_a_request_may_take()
      throws InterruptedException {
    network.blackHole();
    Thread.sleep(8000);
    List<Shoppers.Heard> meanwhile = shoppers.heard();
    network.heal();

    tell("first order after it speaks again", shoppers.awaitMore(5, SOON));
    everythingIsWell();
    assertThat(meanwhile).anyMatch(Shoppers.Heard::isShed);
    assertThat(shoppers.heard())
        .allSatisfy(each -> assertThat(each.took()).isLessThan(RunningHost.BUDGET.plusSeconds(4)));
  }

  @Test
  void a_network_that_loses_connections_and_half_of_them_costs_no_order()
      throws InterruptedException {
    for (int i = 0; i < 10; i++) {
      network.cut();
      Thread.sleep(100);
      network.limit(i * 1_000L);
      Thread.sleep(100);
      network.heal();
      network.halfOpen();
      Thread.sleep(100);
    }
    tell("first order after the last round", shoppers.awaitMore(5, SOON));
    everythingIsWell();
  }

  private void everythingIsWell() throws InterruptedException {
    shoppers.close();
    Books books = new Books(database);
    books.agreeWith(shoppers.heard());
    books.showNoLeaks();
  }

  private static ApiCall list() {
    return ApiCall.get("/v1/orders").with("Authorization", "Bearer " + DemoKeys.AURORA);
  }

  /** What is only bounded generously is at least said. */
  private static void tell(String what, Duration took) {
    System.out.println(what + ": " + took.toMillis() + " ms");
  }
}
