package io.storefront.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.postgres.verification.Finding;
import io.storefront.adapters.postgres.verification.Invariant;
import io.storefront.adapters.postgres.verification.Verification;
import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.orders.Order;
import io.storefront.orders.PaymentLedger;
import io.storefront.orders.Statuses;
import io.storefront.orders.testkit.OrderBuilder;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What the query of verify derives from lines and attempts is what the domain derives. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DerivedStatusesTest {
  private static final int ROUNDS = 25;
  private static final List<String> KINDS = List.of("CAPTURE", "REFUND", "VOID", "AUTHORIZE");
  private static final List<String> STATES = List.of("SUCCEEDED", "SUCCEEDED", "FAILED", "UNKNOWN");

  private static final List<String> CODES = List.of(PaymentLedger.EXPIRED, "amount_too_large");

  private final TestDatabase database = TestDatabase.create();
  private final Jdbi jdbi = Jdbi.create(database.dataSource());

  @Test
  void for_random_lines_and_attempts_the_query_and_the_domain_agree() {
    try (PostgresAdapters postgres = database.open()) {
      new BusyShop(postgres).placeSomeOfEveryKind();
      long seed = System.nanoTime();
      SplittableRandom random = new SplittableRandom(seed);
      for (int round = 0; round < ROUNDS; round++) {
        List<UUID> orders = jdbi.withHandle(DerivedStatusesTest::orders);
        orders.forEach(order -> jdbi.useHandle(handle -> shuffle(handle, order, random)));
        orders.forEach(order -> store(postgres, order));
        assertThat(differing(postgres)).as("seed %d, round %d", seed, round).isEmpty();
      }
      database.execute("UPDATE orders SET return_status = 'REQUESTED'");
      assertThat(differing(postgres)).isPresent();
    }
  }

  private static Optional<Finding> differing(PostgresAdapters postgres) {
    Invariant derived =
        Verification.all().stream()
            .filter(each -> each.name().equals("statuses-are-derived"))
            .findFirst()
            .orElseThrow();
    return postgres.verification(false).check(derived);
  }

  private static List<UUID> orders(Handle handle) {
    return handle.createQuery("SELECT id FROM orders").mapTo(UUID.class).list();
  }

  private static void shuffle(Handle handle, UUID order, SplittableRandom random) {
    for (int number : numbers(handle, order)) {
      int quantity =
          handle
              .createQuery("SELECT quantity FROM order_line WHERE order_id = ? AND number = ?")
              .bind(0, order)
              .bind(1, number)
              .mapTo(Integer.class)
              .one();
      int shipped = random.nextInt(quantity + 1);
      int cancelled = random.nextInt(quantity - shipped + 1);
      handle.execute(
          "UPDATE order_line SET allocated = ?, shipped = ?, cancelled = ?, delivered = ?,"
              + " returned = ? WHERE order_id = ? AND number = ?",
          quantity - shipped - cancelled,
          shipped,
          cancelled,
          random.nextInt(shipped + 1),
          random.nextInt(shipped + 1),
          order,
          number);
    }
    handle.execute("DELETE FROM payment_attempt WHERE order_id = ?", order);
    int attempts = random.nextInt(6);
    for (int number = 1; number <= attempts; number++) {
      pay(handle, order, number, random);
    }
  }

  private static void pay(Handle handle, UUID order, int number, SplittableRandom random) {
    String kind = number == 1 ? "AUTHORIZE" : KINDS.get(random.nextInt(KINDS.size()));
    String state = STATES.get(random.nextInt(STATES.size()));
    boolean authorizes = kind.equals("AUTHORIZE");
    handle.execute(
        """
        INSERT INTO payment_attempt (order_id, number, kind, provider_key, amount_minor, state,
                                     target_key, provider_ref, cause, decline_code,
                                     queued_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, now())
        """,
        order,
        number,
        kind,
        key(order, number),
        random.nextInt(5) * 500L,
        state,
        authorizes ? null : key(order, 1 + random.nextInt(number)),
        state.equals("SUCCEEDED") ? "ref-" + number : null,
        kind.equals("REFUND") ? UUID.randomUUID() : null,
        state.equals("FAILED") ? CODES.get(random.nextInt(CODES.size())) : null);
  }

  private static String key(UUID order, int number) {
    return order + "/" + number;
  }

  private static List<Integer> numbers(Handle handle, UUID order) {
    return handle
        .createQuery("SELECT number FROM order_line WHERE order_id = ?")
        .bind(0, order)
        .mapTo(Integer.class)
        .list();
  }

  private void store(PostgresAdapters postgres, UUID id) {
    Order order =
        postgres.orders().find(OrderBuilder.STOREFRONT, OrderKeys.orderId(id)).orElseThrow();
    Statuses statuses = Statuses.of(order);
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE orders SET fulfillment_status = ?, payment_status = ?, return_status = ?"
                    + " WHERE id = ?",
                statuses.fulfillment().name(),
                statuses.payment().name(),
                statuses.returns().name(),
                id));
  }
}
