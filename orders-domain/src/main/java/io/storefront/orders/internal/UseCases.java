package io.storefront.orders.internal;

import io.storefront.orders.Policies;
import io.storefront.orders.port.CustomerLookup;
import io.storefront.orders.port.OrderIds;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.Payments;
import io.storefront.orders.port.ProductCatalog;
import io.storefront.orders.port.Receipts;
import io.storefront.orders.port.StockReservations;
import io.storefront.orders.port.UnfinishedOrders;
import java.time.InstantSource;

/** Puts the use cases together. */
public final class UseCases {
  private final PlacingOrders placing;
  private final ActingOnOrders acting;
  private final Previewing previewing;
  private final RunningDueWork running;

  /** Takes what the way in was given. */
  public UseCases(
      Orders orders,
      UnfinishedOrders unfinished,
      StockReservations stock,
      Payments payments,
      CustomerLookup customers,
      ProductCatalog catalog,
      OrderIds ids,
      Receipts receipts,
      InstantSource clock,
      Policies policies) {
    Neighbours neighbours =
        new Neighbours(orders, unfinished, stock, payments, ids, clock, policies);
    Drafting drafting = new Drafting(customers, catalog);
    this.placing = new PlacingOrders(drafting, neighbours);
    this.acting = new ActingOnOrders(neighbours, receipts);
    this.previewing = new Previewing(drafting, stock);
    this.running = new RunningDueWork(neighbours, receipts);
  }

  /** Placing. */
  public PlacingOrders placing() {
    return placing;
  }

  /** Acting on orders that were placed. */
  public ActingOnOrders acting() {
    return acting;
  }

  /** Previewing. */
  public Previewing previewing() {
    return previewing;
  }

  /** Resuming and background work. */
  public RunningDueWork running() {
    return running;
  }
}
