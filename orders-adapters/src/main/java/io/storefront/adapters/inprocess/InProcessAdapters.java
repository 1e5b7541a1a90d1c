package io.storefront.adapters.inprocess;

import io.storefront.customers.port.Customers;
import io.storefront.inventory.port.Products;
import io.storefront.inventory.port.StockItems;
import io.storefront.inventory.usecase.ClaimStock;
import io.storefront.orders.port.CustomerLookup;
import io.storefront.orders.port.ProductCatalog;
import io.storefront.orders.port.StockReservations;

/** Answers what orders ask of customers and inventory with the domains in the same program. */
public final class InProcessAdapters {
  private InProcessAdapters() {}

  /** Customers as the customers domain keeps them. */
  public static CustomerLookup customerLookup(Customers customers) {
    return new InProcessCustomerLookup(customers);
  }

  /** Products as the inventory domain keeps them. */
  public static ProductCatalog productCatalog(Products products) {
    return new InProcessProductCatalog(products);
  }

  /** Stock as the inventory domain keeps it. */
  public static StockReservations stockReservations(ClaimStock claimStock, StockItems stock) {
    return new InProcessStockReservations(claimStock, stock);
  }
}
