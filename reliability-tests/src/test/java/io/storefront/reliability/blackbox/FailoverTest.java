package io.storefront.reliability.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.OwnPair;
import io.storefront.adapters.testkit.OwnPair.Loss;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A primary is lost under load, again and again, and its synchronous replica takes over. */
@EnabledIfSystemProperty(
    named = "failover.count",
    matches = "\\d+",
    disabledReason = "takes minutes; .ci/run runs it")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FailoverTest {
  private static final Path HISTORY = Path.of("target", "failover-history.txt");
  private static final Duration BACK_WITHIN = Duration.ofSeconds(5);

  private final int count = Integer.getInteger("failover.count");
  private final int shoppers = Integer.getInteger("failover.shoppers", 5);
  private final long seed = Long.getLong("failover.seed", System.nanoTime());
  private final OwnPair pair = OwnPair.start();
  private final Shop shop = new Shop(pair.dataSource(), pair.jdbcUrl());

  @AfterEach
  void close() {
    shop.close();
    pair.close();
  }

  @Test
  void nothing_acknowledged_is_lost_and_orders_go_on_soon_after_a_promotion() throws Exception {
    System.out.println("failover: seed " + seed);
    Program program = shop.open(false);
    Failovers failovers = new Failovers(pair, shop, seed);
    Crowd crowd = shop.gather(shoppers, seed);
    try {
      failovers.rage(count);
    } finally {
      crowd.leave();
    }
    Shop.Closing closing = shop.settle(program);
    Books books;
    try (Connection connection = pair.dataSource().getConnection()) {
      books = Books.read(connection);
    }
    List<Violation> violations = Violation.in(closing.evidence(), books);
    report(failovers.done(), closing, books, violations);
    if (!violations.isEmpty()) {
      closing.evidence().write(HISTORY);
    }

    assertThat(violations).isEmpty();
    assertThat(closing.verified()).as(closing.verdict()).isZero();
    assertThat(shop.ledger().deadlocks()).as("I18").isZero();
    assertThat(closing.quiet().millis()).as("I9: quiet").isNotNegative();
    assertThat(failovers.done())
        .hasSize(count)
        .allSatisfy(
            each -> {
              assertThat(each.asked()).as("orders asked for").isPositive();
              assertThat(each.millis()).as("%s", each).isLessThan(BACK_WITHIN.toMillis());
            });
    assertThat(closing.answers()).containsKeys("order: 201", "order: 202");
    assertThat(closing.answers().keySet())
        .as("somebody has felt it")
        .containsAnyOf("order: no answer", "order: 503 temporary-reduced-capacity");
  }

  private static void report(
      List<Failovers.Failover> done,
      Shop.Closing closing,
      Books books,
      List<Violation> violations) {
    for (Loss how : Loss.values()) {
      var spread =
          new Spread(
              done.stream().filter(it -> it.how() == how).mapToLong(Failovers.Failover::millis));
      System.out.println("failover: ms, promoted to the next order, " + how + ": " + spread);
    }
    closing.answers().forEach((kind, n) -> System.out.println("failover:   " + kind + ": " + n));
    System.out.println("failover: orders " + books.orders().size());
    System.out.println("failover: ms, to quiet: " + closing.quiet().millis());
    System.out.println("failover: verify " + closing.verified() + ", " + closing.verdict());
    System.out.println("failover: violations " + violations.size());
  }
}
