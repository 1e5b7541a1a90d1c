package io.storefront.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What must be true of the database, whatever customers have been through. */
record Books(TestDatabase database) {
  /** Everything that was heard is documented, and nothing that was promised is lost. */
  void agreeWith(List<Shoppers.Heard> heard) throws InterruptedException {
    assertThat(heard)
        .allSatisfy(
            each -> {
              assertThat(each.answer().status()).as("%s", each).isIn(201, 202, 503);
              if (each.isShed()) {
                assertThat(each.answer().header("Retry-After")).as("%s", each).isPresent();
                assertThat(each.answer().text()).contains("problems/temporary-reduced-capacity");
              }
            });
    awaitQuiet();
    String promised =
        heard.stream()
            .filter(Shoppers.Heard::isAcknowledged)
            .map(each -> "'" + id(each) + "'::uuid")
            .distinct()
            .collect(Collectors.joining(",", "ARRAY[", "]::uuid[]"));
    long acknowledged =
        heard.stream().filter(Shoppers.Heard::isAcknowledged).map(Books::id).distinct().count();
    assertThat(
            database.number(
                "SELECT count(*) FROM orders WHERE status = 'CONFIRMED' AND id = ANY (%s)"
                    .formatted(promised)))
        .isEqualTo(acknowledged);
    assertThat(heard.stream().map(Shoppers.Heard::key).distinct().count())
        .isGreaterThanOrEqualTo(database.number("SELECT count(*) FROM orders"));
  }

  /** Every order comes to its end; then money and stock are what the orders say. */
  void awaitQuiet() throws InterruptedException {
    awaitZero("SELECT count(*) FROM orders WHERE status = 'PENDING'", Duration.ofSeconds(90));
    assertThat(database.number("SELECT count(*) FROM sandbox_ledger WHERE kind = 'AUTHORIZE'"))
        .isEqualTo(database.number("SELECT count(*) FROM orders WHERE status = 'CONFIRMED'"));
    assertThat(database.number("SELECT reserved FROM stock WHERE sku = 'TEE-M-BLK'"))
        .isEqualTo(database.number("SELECT count(*) FROM orders WHERE status = 'CONFIRMED'"));
    assertThat(database.findingsWithSandbox()).isEmpty();
  }

  /** Nobody holds what he does not use. */
  void showNoLeaks() throws InterruptedException {
    awaitZero(
        """
        SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND state <> 'idle' AND pid <> pg_backend_pid()
        """,
        Duration.ofSeconds(10));
    awaitZero(
        """
        SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database
        WHERE d.datname = current_database() AND l.pid <> pg_backend_pid()
        """,
        Duration.ofSeconds(10));
  }

  void awaitZero(String query, Duration within) throws InterruptedException {
    long end = System.nanoTime() + within.toNanos();
    while (database.number(query) != 0) {
      assertThat(System.nanoTime()).as(query).isLessThan(end);
      Thread.sleep(50);
    }
  }

  private static String id(Shoppers.Heard each) {
    return each.answer().string("id").substring("ord_".length());
  }
}
