package io.storefront.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.orders.Actor;
import io.storefront.orders.Cancellation;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.OrderUseCases;
import io.storefront.orders.Particulars;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.Policies;
import io.storefront.orders.Receipt;
import io.storefront.orders.RecordId;
import io.storefront.orders.Sku;
import io.storefront.orders.act.Cancel;
import io.storefront.orders.act.Wanted;
import io.storefront.orders.port.ChangeId;
import io.storefront.orders.port.OrderIds;
import io.storefront.orders.port.Receipts;
import io.storefront.orders.testkit.FakePayments;
import io.storefront.orders.testkit.Fixtures;
import io.storefront.orders.testkit.InMemoryCatalog;
import io.storefront.orders.testkit.InMemoryCustomerLookup;
import io.storefront.orders.testkit.InMemoryStock;
import io.storefront.orders.testkit.OrderBuilder;
import io.storefront.orders.testkit.Racing;
import io.storefront.orders.usecase.ActOnOrder;
import io.storefront.orders.usecase.ActOnOrder.Outcome;
import io.storefront.orders.usecase.PlaceOrder;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two who cancel race each other and whoever places the order, on PostgreSQL. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CancelRacesTest {
  private static final int ROUNDS = 100;
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final PostgresAdapters POSTGRES = DATABASE.open();

  private final FakePayments payments = new FakePayments();
  private final InMemoryCatalog catalog = new InMemoryCatalog();
  private final InMemoryCustomerLookup customers = new InMemoryCustomerLookup();

  /** When those who cancel begin. */
  enum Begin {
    AS_SOON_AS_THERE_IS_AN_ORDER,
    ONCE_IT_IS_CONFIRMED
  }

  @AfterAll
  static void close() {
    POSTGRES.close();
  }

  @ParameterizedTest
  @EnumSource
  void one_cancel_wins_and_nothing_is_left_held(Begin begin) {
    for (int round = 0; round < ROUNDS; round++) {
      OrderId id = Fixtures.newOrderId();
      Sku sku = lastOne();
      OrderUseCases node = node(id);

      List<Optional<Outcome<Cancellation>>> outcomes =
          Racing.all(
              3,
              racer -> {
                if (racer == 0) {
                  place(node, sku);
                  return Optional.empty();
                }
                return Optional.of(cancel(node, id, begin));
              });
      finish(node);

      assertThat(outcomes.stream().flatMap(Optional::stream))
          .as("round " + round)
          .filteredOn(outcome -> !(outcome instanceof Outcome.Refused))
          .hasSize(1);
      Order order = POSTGRES.orders().find(OrderBuilder.STOREFRONT, id).orElseThrow();
      assertThat(order.status()).isEqualTo(Lifecycle.CANCELLED);
      assertThat(payments.liveAuthorizations()).isZero();
      assertThat(Shelves.available(POSTGRES, sku)).isEqualTo(1);
    }
    assertThat(DATABASE.number("SELECT count(*) FROM orders WHERE cancel_requested_at IS NOT NULL"))
        .as("orders that were cancelled before they were confirmed")
        .isPositive();
    assertThat(
            DATABASE.number(
                "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"))
        .isZero();
  }

  private Outcome<Cancellation> cancel(OrderUseCases node, OrderId id, Begin begin) {
    while (!hasBegun(id, begin)) {
      Thread.onSpinWait();
    }
    return node.actOnOrder()
        .act(
            new ActOnOrder.Command<>(
                OrderBuilder.STOREFRONT,
                id,
                Optional.empty(),
                new Cancel(Wanted.ALL, "RACE"),
                new Actor("key:test"),
                Receipt.none()));
  }

  private static boolean hasBegun(OrderId id, Begin begin) {
    return POSTGRES
        .orders()
        .find(OrderBuilder.STOREFRONT, id)
        .filter(
            order ->
                begin == Begin.AS_SOON_AS_THERE_IS_AN_ORDER || order.status() != Lifecycle.PENDING)
        .isPresent();
  }

  /** Whatever was postponed is due now. */
  private static void finish(OrderUseCases node) {
    for (int n = 0; n < 100 && DATABASE.number("SELECT count(*) FROM order_work") > 0; n++) {
      DATABASE.execute("UPDATE order_work SET due_at = now()");
      node.runDueWork().once(1);
    }
    assertThat(DATABASE.number("SELECT count(*) FROM order_work")).isZero();
  }

  private void place(OrderUseCases node, Sku sku) {
    node.placeOrder()
        .place(
            new PlaceOrder.Command(
                OrderBuilder.STOREFRONT,
                customers.allow(OrderBuilder.STOREFRONT, "cus_ada"),
                List.of(new PlaceOrder.Line(sku, 1, Optional.empty(), List.of(), List.of())),
                Money.zero(CurrencyUnit.EUR),
                Particulars.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new PaymentToken("tok_approve")),
                false,
                new Actor("key:test"),
                Receipt.none()));
  }

  /** Of which everybody knows what its order will be called. */
  private OrderUseCases node(OrderId id) {
    OrderIds ids =
        new OrderIds() {
          @Override
          public OrderId nextOrder() {
            return id;
          }

          @Override
          public RecordId nextRecord(RecordId.Kind kind) {
            return new RecordId(kind, UUID.randomUUID());
          }

          @Override
          public ChangeId nextChange() {
            return new ChangeId(UUID.randomUUID());
          }
        };
    return new OrderUseCases(
        POSTGRES.orders(),
        POSTGRES.unfinishedOrders(),
        new InMemoryStock(),
        payments,
        customers,
        catalog,
        ids,
        Receipts.NONE,
        InstantSource.system(),
        Policies.DEFAULT);
  }

  private Sku lastOne() {
    Sku sku = Fixtures.newSku("RACE");
    catalog.offer(sku, "Tea", Money.parse("EUR 4.20"));
    Shelves.receive(POSTGRES, sku, 1);
    return sku;
  }
}
