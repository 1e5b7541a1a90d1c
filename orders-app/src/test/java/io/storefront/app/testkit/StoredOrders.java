package io.storefront.app.testkit;

import static io.storefront.orders.testkit.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.Actor;
import io.storefront.orders.CustomerId;
import io.storefront.orders.CustomerSnapshot;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.ProviderReference;
import io.storefront.orders.Rejection;
import io.storefront.orders.Sku;
import io.storefront.orders.Standing;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.Terms;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.Orders.CommitAnswer;
import io.storefront.orders.testkit.Changes;
import io.storefront.orders.testkit.Fixtures;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Puts orders of a storefront of its own into storage, each with a customer and SKU of its own. */
final class StoredOrders {
  /** A time like any other. */
  static final Instant NOON = Instant.parse("2026-11-25T12:00:00.123Z");

  private final Orders orders;
  private final StorefrontId storefront = new StorefrontId(Fresh.name("sf"));
  private final Sku common;

  StoredOrders(Orders orders) {
    this(orders, Fixtures.newSku("COMMON"));
  }

  /** With a SKU that others sell as well. */
  StoredOrders(Orders orders, Sku common) {
    this.orders = orders;
    this.common = common;
  }

  StorefrontId storefront() {
    return storefront;
  }

  /** A SKU that all of them have, beside their own. */
  Sku commonSku() {
    return common;
  }

  Order placed(Instant at) {
    Order.Act act =
        anOrder()
            .in(storefront)
            .referenced(Fresh.name("REF"))
            .placedAt(at)
            .of(1, Fixtures.newSku("OWN"))
            .of(2, common)
            .act();
    return commit(Changes.placing(new Order.Act(ofOwnCustomer(act.order()), act.events())));
  }

  Order authorized(Order order, Instant at) {
    Order asked = order.authorizing(new PaymentToken("tok_x"), at);
    Order.Act paid =
        asked.succeeded(
            asked.payment().attempts().getFirst(),
            new ProviderReference("auth-1"),
            Optional.empty(),
            at);
    return commit(Changes.after(order, paid));
  }

  Order rejected(Order order, Instant at) {
    return commit(Changes.after(order, order.reject(Rejection.late(), Actor.SYSTEM, at)));
  }

  Order deleted(Order order) {
    Standing was = order.standing();
    Standing deleted =
        new Standing(
            Lifecycle.CANCELLED,
            was.version(),
            was.lastEvent(),
            was.updatedAt(),
            was.cancelRequest(),
            was.rejection(),
            was.hold(),
            Optional.of(was.updatedAt()));
    return commit(Changes.after(order, with(order, order.terms(), deleted)));
  }

  /** A day on which nobody else places orders. */
  static Instant freshDay() {
    long days = ThreadLocalRandom.current().nextLong(1_000_000);
    return NOON.plus(10_000 + days, ChronoUnit.DAYS);
  }

  static OrderId unknownId() {
    return Fixtures.newOrderId();
  }

  private Order commit(Change change) {
    assertThat(orders.commit(change)).isEqualTo(new CommitAnswer.Committed());
    return change.order();
  }

  private static Order ofOwnCustomer(Order order) {
    Terms terms = order.terms();
    CustomerSnapshot customer =
        new CustomerSnapshot(
            new CustomerId(Fresh.name("cus")), "Ada", "ada@example.com", Optional.empty());
    return with(
        order,
        new Terms(
            customer,
            terms.reference(),
            terms.contentHash(),
            terms.totals(),
            terms.placedAt(),
            terms.deadline()),
        order.standing());
  }

  private static Order with(Order order, Terms terms, Standing standing) {
    return new Order(
        order.id(),
        order.storefront(),
        terms,
        order.lines(),
        order.particulars(),
        order.payment(),
        order.stock(),
        order.records(),
        standing);
  }
}
