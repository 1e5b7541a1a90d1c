package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.act.Cancel;
import io.storefront.orders.act.OrderAct;
import io.storefront.orders.act.Wanted;
import io.storefront.orders.port.CustomerLookup;
import io.storefront.orders.port.OrderIds;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.Payments;
import io.storefront.orders.port.ProductCatalog;
import io.storefront.orders.port.Receipts;
import io.storefront.orders.port.StockReservations;
import io.storefront.orders.port.UnfinishedOrders;
import io.storefront.orders.testkit.FakePayments;
import io.storefront.orders.testkit.InMemoryCatalog;
import io.storefront.orders.testkit.InMemoryCustomerLookup;
import io.storefront.orders.testkit.InMemoryOrders;
import io.storefront.orders.testkit.InMemoryStock;
import io.storefront.orders.testkit.MovableClock;
import io.storefront.orders.testkit.OrderBuilder;
import io.storefront.orders.usecase.ActOnOrder.Command;
import io.storefront.orders.usecase.ActOnOrder.Outcome;
import io.storefront.orders.usecase.PlaceOrder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.joda.money.Money;

/** A storefront with its neighbours in memory. Ten of each product are on the shelf. */
final class Shop {
  static final Sku TEA = new Sku("TEA-01");
  static final Sku CUP = new Sku("CUP-02");
  static final Sku LEAFLET = new Sku("LEAFLET-03");

  static final Cancel CANCEL = new Cancel(Wanted.ALL, "CUSTOMER_REQUEST");

  final MovableClock clock = new MovableClock();
  final InMemoryStock stock = new InMemoryStock();
  final FakePayments payments = new FakePayments();
  final InMemoryCustomerLookup customers = new InMemoryCustomerLookup();
  final InMemoryCatalog catalog = new InMemoryCatalog();
  final InMemoryOrders orders;
  private final AtomicLong ids = new AtomicLong();
  private final Policies policies;

  Shop(Wiring wiring) {
    this(wiring, Policies.DEFAULT);
  }

  Shop(Wiring wiring, Policies policies) {
    this.policies = policies;
    orders =
        wiring == Wiring.REMOTE_STOCK
            ? new InMemoryOrders(clock)
            : new InMemoryOrders(clock, stock);
    customers.allow(OrderBuilder.STOREFRONT, "cus_ada");
    offer(TEA, "EUR 19.90");
    offer(CUP, "EUR 5.00");
    offer(LEAFLET, "EUR 0.00");
  }

  /** A process that takes orders. */
  OrderUseCases open() {
    return open(Interference.NONE);
  }

  /** A process whose calls are interfered with. */
  OrderUseCases open(Interference interference) {
    return open(interference, order -> new Notes());
  }

  OrderUseCases open(Interference interference, Receipts receipts) {
    return open(interference, receipts, clock);
  }

  /** A process that reads another clock than the storage. */
  OrderUseCases openWith(InstantSource itsClock) {
    return open(Interference.NONE, order -> new Notes(), itsClock);
  }

  private OrderUseCases open(Interference interference, Receipts receipts, InstantSource itsClock) {
    return new OrderUseCases(
        interference.disturb(Orders.class, orders),
        interference.disturb(UnfinishedOrders.class, orders),
        interference.disturb(StockReservations.class, stock),
        interference.disturb(Payments.class, payments),
        interference.disturb(CustomerLookup.class, customers),
        interference.disturb(ProductCatalog.class, catalog),
        OrderIds.from(() -> new UUID(0x7000L, ids.incrementAndGet())),
        receipts,
        itsClock,
        policies);
  }

  PlaceOrder.Outcome place(Cart cart) {
    return open().placeOrder().place(cart.command());
  }

  /** A customer does not want it any more. */
  Outcome<Cancellation> cancel(Order order) {
    return cancel(order, open());
  }

  Outcome<Cancellation> cancel(Order order, OrderUseCases process) {
    return process.actOnOrder().act(command(order, CANCEL, Receipt.none()));
  }

  /** Somebody does something to the only order. */
  <R> Outcome<R> act(OrderAct<R> act) {
    return open().actOnOrder().act(command(onlyOrder(), act, Receipt.none()));
  }

  /** The only order's act, which must be done. */
  <R> R done(OrderAct<R> act) {
    Outcome<R> outcome = act(act);
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done<R>) outcome).record();
  }

  static <R> Command<R> command(Order order, OrderAct<R> act, Receipt<Outcome<R>> receipt) {
    return new Command<>(
        order.storefront(), order.id(), Optional.empty(), act, new Actor("key:care"), receipt);
  }

  /** Background work runs every half minute until nothing is left to do. */
  void runUntilQuiet() {
    runUntilQuiet(open());
  }

  void runUntilQuiet(OrderUseCases process) {
    for (int i = 0; orders.hasUnfinished() && i < 200; i++) {
      clock.move(Duration.ofSeconds(30));
      process.runDueWork().once(10);
    }
    assertThat(orders.hasUnfinished()).as("something is still to do").isFalse();
  }

  /** The only order there is. */
  Order onlyOrder() {
    assertThat(orders.all()).hasSize(1);
    return orders.all().getFirst();
  }

  private void offer(Sku sku, String price) {
    catalog.offer(sku, "Name of " + sku, Money.parse(price));
    stock.receive(sku, 10);
  }
}
