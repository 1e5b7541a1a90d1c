package io.storefront.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.orders.Actor;
import io.storefront.orders.OrderUseCases;
import io.storefront.orders.Particulars;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.Policies;
import io.storefront.orders.Receipt;
import io.storefront.orders.Refusal.InsufficientInventory;
import io.storefront.orders.Shortage;
import io.storefront.orders.Sku;
import io.storefront.orders.port.OrderIds;
import io.storefront.orders.port.Receipts;
import io.storefront.orders.testkit.FakePayments;
import io.storefront.orders.testkit.Fixtures;
import io.storefront.orders.testkit.InMemoryCatalog;
import io.storefront.orders.testkit.InMemoryCustomerLookup;
import io.storefront.orders.testkit.InMemoryStock;
import io.storefront.orders.testkit.OrderBuilder;
import io.storefront.orders.testkit.Racing;
import io.storefront.orders.usecase.PlaceOrder;
import io.storefront.orders.usecase.PlaceOrder.Outcome;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Buyers who race for the last unit, through the use case, on PostgreSQL. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LastUnitTest {
  private static final int BUYERS = 64;
  private static final int ROUNDS = Integer.getInteger("races.rounds", 20);

  private static final TestDatabase DATABASE = TestDatabase.create();

  private final PostgresAdapters postgres = DATABASE.open();
  private final FakePayments payments = new FakePayments();
  private final InMemoryCatalog catalog = new InMemoryCatalog();
  private final InMemoryCustomerLookup customers = new InMemoryCustomerLookup();
  private final PlaceOrder placeOrder =
      new OrderUseCases(
              postgres.orders(),
              postgres.unfinishedOrders(),
              new InMemoryStock(),
              payments,
              customers,
              catalog,
              OrderIds.uuidV7(InstantSource.system(), new SecureRandom()),
              Receipts.NONE,
              InstantSource.system(),
              Policies.DEFAULT)
          .placeOrder();

  @Test
  void of_64_buyers_of_the_last_unit_one_gets_it_and_every_other_is_told_the_numbers() {
    long deadlocks = deadlocks();
    for (int round = 0; round < ROUNDS; round++) {
      Sku sku = lastOne("LAST");
      List<Outcome> outcomes = Racing.all(BUYERS, buyer -> place(sku));

      assertThat(outcomes).filteredOn(Outcome.Placed.class::isInstance).hasSize(1);
      assertThat(outcomes)
          .filteredOn(outcome -> !(outcome instanceof Outcome.Placed))
          .hasSize(BUYERS - 1)
          .allSatisfy(outcome -> assertToldOf(outcome, sku));
      assertThat(Shelves.available(postgres, sku)).isZero();
    }
    assertThat(payments.liveAuthorizations()).isEqualTo(ROUNDS);
    assertThat(deadlocks()).isEqualTo(deadlocks);
    // Nobody relays the events here.
    assertThat(DATABASE.findings("I9")).isEmpty();
  }

  @Test
  void of_64_buyers_who_name_two_last_units_in_opposite_order_one_gets_both_without_deadlock() {
    long deadlocks = deadlocks();
    for (int round = 0; round < ROUNDS; round++) {
      Sku one = lastOne("A");
      Sku two = lastOne("B");
      List<Outcome> outcomes =
          Racing.all(BUYERS, buyer -> buyer % 2 == 0 ? place(one, two) : place(two, one));

      assertThat(outcomes).filteredOn(Outcome.Placed.class::isInstance).hasSize(1);
      assertThat(outcomes)
          .filteredOn(outcome -> !(outcome instanceof Outcome.Placed))
          .hasSize(BUYERS - 1)
          .allSatisfy(outcome -> assertToldOf(outcome, one, two));
      assertThat(Shelves.available(postgres, one)).isZero();
      assertThat(Shelves.available(postgres, two)).isZero();
    }
    assertThat(payments.liveAuthorizations()).isEqualTo(ROUNDS);
    assertThat(deadlocks()).isEqualTo(deadlocks);
    assertThat(DATABASE.findings("I9")).isEmpty();
  }

  @AfterEach
  void close() {
    postgres.close();
  }

  private static void assertToldOf(Outcome outcome, Sku... skus) {
    List<Shortage> shortages = List.of(skus).stream().map(sku -> new Shortage(sku, 1, 0)).toList();
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused ->
                assertThat(refused.refusal())
                    .isInstanceOfSatisfying(
                        InsufficientInventory.class,
                        no -> assertThat(no.shortages()).isEqualTo(shortages)));
  }

  private Outcome place(Sku... skus) {
    return placeOrder.place(
        new PlaceOrder.Command(
            OrderBuilder.STOREFRONT,
            customers.allow(OrderBuilder.STOREFRONT, "cus_ada"),
            List.of(skus).stream()
                .map(sku -> new PlaceOrder.Line(sku, 1, Optional.empty(), List.of(), List.of()))
                .toList(),
            Money.zero(CurrencyUnit.EUR),
            Particulars.NONE,
            Optional.empty(),
            Optional.empty(),
            Optional.of(new PaymentToken("tok_approve")),
            false,
            new Actor("key:test"),
            Receipt.none()));
  }

  private Sku lastOne(String prefix) {
    Sku sku = Fixtures.newSku(prefix);
    catalog.offer(sku, "Tea", Money.parse("EUR 4.20"));
    Shelves.receive(postgres, sku, 1);
    return sku;
  }

  private static long deadlocks() {
    return DATABASE.number(
        "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()");
  }
}
