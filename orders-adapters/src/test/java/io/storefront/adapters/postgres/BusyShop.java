package io.storefront.adapters.postgres;

import io.storefront.adapters.sandbox.SandboxAdapters;
import io.storefront.app.answers.AnswerReceipts;
import io.storefront.app.answers.IdempotencyKey;
import io.storefront.app.answers.KeyedRequest;
import io.storefront.app.answers.PlacementReceipt;
import io.storefront.app.relay.Relay;
import io.storefront.app.testkit.FakeBus;
import io.storefront.orders.Actor;
import io.storefront.orders.CustomerId;
import io.storefront.orders.Discount;
import io.storefront.orders.ExternalReference;
import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.OrderUseCases;
import io.storefront.orders.Particulars;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.Policies;
import io.storefront.orders.Sku;
import io.storefront.orders.Tax;
import io.storefront.orders.act.Cancel;
import io.storefront.orders.act.CompleteOrder;
import io.storefront.orders.act.DeleteOrder;
import io.storefront.orders.act.HoldOrder;
import io.storefront.orders.act.RefundPayment;
import io.storefront.orders.act.RequestReturn;
import io.storefront.orders.act.Wanted;
import io.storefront.orders.port.OrderIds;
import io.storefront.orders.testkit.Fixtures;
import io.storefront.orders.testkit.InMemoryCatalog;
import io.storefront.orders.testkit.InMemoryCustomerLookup;
import io.storefront.orders.testkit.InMemoryStock;
import io.storefront.orders.testkit.OrderBuilder;
import io.storefront.orders.usecase.PlaceOrder;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Orders of every kind, placed through the use cases with stored answers and the sandbox. */
final class BusyShop {
  static final Sku TEA = Fixtures.newSku("TEA");
  static final Sku CUP = Fixtures.newSku("CUP");
  static final Sku GIFT = Fixtures.newSku("GIFT");
  private static final Sku RARE = Fixtures.newSku("RARE");

  private final OrderUseCases orders;
  private final Relay relay;
  private final CustomerId customer;

  BusyShop(PostgresAdapters postgres) {
    InMemoryCatalog catalog = new InMemoryCatalog();
    InMemoryCustomerLookup customers = new InMemoryCustomerLookup();
    this.customer = customers.allow(OrderBuilder.STOREFRONT, "cus_ada");
    catalog.offer(TEA, "Tea", Money.parse("EUR 4.20"));
    catalog.offer(CUP, "Cup", Money.parse("EUR 12.95"));
    catalog.offer(GIFT, "Gift", Money.parse("EUR 0.00"));
    catalog.offer(RARE, "Rare", Money.parse("EUR 99.00"));
    Shelves.receive(postgres, TEA, 100_000);
    Shelves.receive(postgres, CUP, 100_000);
    Shelves.receive(postgres, GIFT, 100_000);
    Shelves.receive(postgres, RARE, 1);
    relay =
        new Relay(postgres.outbox(), postgres.orderFeed(), new FakeBus(), InstantSource.system());
    orders =
        new OrderUseCases(
            postgres.orders(),
            postgres.unfinishedOrders(),
            new InMemoryStock(),
            SandboxAdapters.payments(
                postgres.dataSource(), nobodyWaits -> {}, Policies.DEFAULT.timeBudget()),
            customers,
            catalog,
            OrderIds.uuidV7(InstantSource.system(), new SecureRandom()),
            new AnswerReceipts(),
            InstantSource.system(),
            Policies.DEFAULT);
  }

  /** Confirmed, rejected for each reason, cancelled, pending. */
  void placeSomeOfEveryKind() {
    for (int i = 0; i < 3; i++) {
      place("tok_approve", TEA, CUP);
      place("tok_approve", CUP, CUP, TEA);
    }
    place("", GIFT);
    place("tok_decline", TEA);
    place("tok_insufficient_funds", CUP, TEA);
    place("tok_approve", RARE);
    place("tok_approve", TEA, RARE);
    cancel(place("tok_timeout", TEA, CUP));
    cancel(place("tok_action", CUP));
    cancel(place("tok_approve", TEA));
    place("tok_timeout", CUP);
    place("tok_action", TEA);
    actOnSomeOfEveryKind();
    Relaying.untilNothing(relay);
  }

  /** Shipped, delivered, captured, cancelled in part, refunded, returned, held, deleted. */
  private void actOnSomeOfEveryKind() {
    Acts parts = acts(place("tok_approve", CUP, CUP, TEA));
    parts.act(new Cancel(only(1, 1), "OUT_OF_FASHION"));
    parts.delivered(parts.ship(only(1, 1)));
    parts.ship(only(2, 1));
    parts.act(new RefundPayment(only(1, 1), Optional.empty(), Optional.empty(), "DAMAGED"));
    parts.act(new RequestReturn(only(1, 1), "DAMAGED"));
    Acts whole = acts(place("tok_approve", TEA, CUP));
    whole.lost(whole.ship(Wanted.ALL));
    whole.act(new CompleteOrder(Optional.of("LOST")));
    whole.act(refund(Money.parse("EUR 5.00")));
    Acts back = acts(place("tok_approve", CUP, TEA));
    back.delivered(back.ship(Wanted.ALL));
    back.bringBack();
    Acts gone = acts(place("tok_approve", TEA));
    gone.act(new Cancel(Wanted.ALL, "CUSTOMER_REQUEST"));
    gone.act(new DeleteOrder());
    acts(place("tok_approve", CUP)).act(new HoldOrder("fraud check"));
  }

  static Wanted only(int line, int units) {
    return new Wanted(List.of(new Wanted.Item(line, units)));
  }

  private static RefundPayment refund(Money amount) {
    return new RefundPayment(Wanted.ALL, Optional.empty(), Optional.of(amount), "GOODWILL");
  }

  Acts acts(PlaceOrder.Outcome placed) {
    return new Acts(orders, order(placed));
  }

  /** Publishes whatever there is. */
  void relay() {
    relay.round();
  }

  /** One after the other. */
  PlaceOrder.Outcome place(String token, Sku... skus) {
    String key = UUID.randomUUID().toString();
    return orders
        .placeOrder()
        .place(
            new PlaceOrder.Command(
                OrderBuilder.STOREFRONT,
                customer,
                Stream.of(skus).map(BusyShop::line).toList(),
                Money.zero(CurrencyUnit.EUR),
                Particulars.NONE,
                Optional.of(new ExternalReference("REF-" + key)),
                Optional.empty(),
                token.isEmpty() ? Optional.empty() : Optional.of(new PaymentToken(token)),
                false,
                new Actor("key:test"),
                new PlacementReceipt(
                    KeyedRequest.of(
                        OrderBuilder.STOREFRONT.value(),
                        "POST /v1/orders",
                        IdempotencyKey.of(List.of(key)),
                        List.of(),
                        new byte[0]),
                    true)));
  }

  private void cancel(PlaceOrder.Outcome placed) {
    acts(placed).act(new Cancel(Wanted.ALL, "CUSTOMER_REQUEST"));
  }

  private static OrderId order(PlaceOrder.Outcome placed) {
    return switch (placed) {
      case PlaceOrder.Outcome.Placed(Order confirmed) -> confirmed.id();
      case PlaceOrder.Outcome.Pending(Order pending) -> pending.id();
      default -> throw new IllegalArgumentException(placed.toString());
    };
  }

  void runDueWork() {
    orders.runDueWork().once(10);
  }

  private static PlaceOrder.Line line(Sku sku) {
    return sku.equals(CUP)
        ? new PlaceOrder.Line(
            sku,
            2,
            Optional.empty(),
            List.of(new Discount("SUMMER", Money.parse("EUR 1.05"))),
            List.of(
                new Tax("VAT", new BigDecimal("0.19"), true, Money.parse("EUR 3.97")),
                new Tax("ECO", new BigDecimal("0.01"), false, Money.parse("EUR 0.25"))))
        : new PlaceOrder.Line(sku, 1, Optional.empty(), List.of(), List.of());
  }
}
