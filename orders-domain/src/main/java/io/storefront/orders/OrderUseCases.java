package io.storefront.orders;

import io.storefront.orders.internal.UseCases;
import io.storefront.orders.port.CustomerLookup;
import io.storefront.orders.port.OrderIds;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.Payments;
import io.storefront.orders.port.ProductCatalog;
import io.storefront.orders.port.Receipts;
import io.storefront.orders.port.StockReservations;
import io.storefront.orders.port.UnfinishedOrders;
import io.storefront.orders.usecase.ActOnOrder;
import io.storefront.orders.usecase.PlaceOrder;
import io.storefront.orders.usecase.PreviewOrder;
import io.storefront.orders.usecase.ResumePlacement;
import io.storefront.orders.usecase.RunDueWork;
import jakarta.inject.Inject;
import java.time.InstantSource;

/**
 * The way in: give it the ports, take the use cases. By hand or by a container, as you like.
 * Thread-safe; keep one.
 */
public final class OrderUseCases {
  private final UseCases all;

  /**
   * Wires the use cases.
   *
   * @param orders where orders are kept
   * @param unfinished the same storage's list of orders to look at again
   * @param stock who holds the stock, unless {@link Orders#carriesStock}; asked for what is
   *     available in any case
   * @param payments the payment provider
   * @param customers who may order
   * @param catalog what is for sale
   * @param ids makes ids
   * @param receipts {@link Receipts#NONE} unless answers are stored
   * @param clock the time
   * @param policies {@link Policies#DEFAULT} unless you choose other numbers
   */
  @Inject
  public OrderUseCases(
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
    this.all =
        new UseCases(
            orders,
            unfinished,
            stock,
            payments,
            customers,
            catalog,
            ids,
            receipts,
            clock,
            policies);
  }

  /** Places an order. */
  public PlaceOrder placeOrder() {
    return all.placing();
  }

  /** Does something to an order that was placed. */
  public ActOnOrder actOnOrder() {
    return all.acting();
  }

  /** Says what an order would be. */
  public PreviewOrder previewOrder() {
    return all.previewing();
  }

  /** Takes up a placement that did not end. */
  public ResumePlacement resumePlacement() {
    return all.running();
  }

  /** Finishes what is unfinished. */
  public RunDueWork runDueWork() {
    return all.running();
  }
}
