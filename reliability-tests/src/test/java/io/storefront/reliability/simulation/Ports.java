package io.storefront.reliability.simulation;

import io.storefront.app.port.Answers;
import io.storefront.app.port.EventPublisher;
import io.storefront.app.port.OrderFeed;
import io.storefront.app.port.Outbox;
import io.storefront.orders.port.CustomerLookup;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.Payments;
import io.storefront.orders.port.ProductCatalog;
import io.storefront.orders.port.StockReservations;
import io.storefront.orders.port.UnfinishedOrders;

/** Whom a node calls. */
record Ports(
    Orders orders,
    UnfinishedOrders unfinished,
    StockReservations stock,
    Payments payments,
    CustomerLookup customers,
    ProductCatalog catalog,
    Answers answers,
    Outbox outbox,
    OrderFeed feed,
    EventPublisher publisher) {
  /** What becomes of each port. */
  interface Change {
    <T> T of(Class<T> port, T now);
  }

  /** The same, with something in between. */
  Ports with(Change change) {
    return new Ports(
        change.of(Orders.class, orders),
        change.of(UnfinishedOrders.class, unfinished),
        change.of(StockReservations.class, stock),
        change.of(Payments.class, payments),
        change.of(CustomerLookup.class, customers),
        change.of(ProductCatalog.class, catalog),
        change.of(Answers.class, answers),
        change.of(Outbox.class, outbox),
        change.of(OrderFeed.class, feed),
        change.of(EventPublisher.class, publisher));
  }
}
