package io.storefront.orders.internal;

import io.storefront.orders.Policies;
import io.storefront.orders.port.OrderIds;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.Payments;
import io.storefront.orders.port.StockReservations;
import io.storefront.orders.port.UnfinishedOrders;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Whom a drive has to do with. */
record Neighbours(
    Orders orders,
    UnfinishedOrders unfinished,
    StockReservations stock,
    Payments payments,
    OrderIds ids,
    InstantSource clock,
    Policies policies) {
  /** To the millisecond, which every storage keeps. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
