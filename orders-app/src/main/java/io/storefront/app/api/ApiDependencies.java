package io.storefront.app.api;

import io.storefront.app.port.Answers;
import io.storefront.app.port.ApiKeys;
import io.storefront.app.port.CustomerHomes;
import io.storefront.app.port.Measurements;
import io.storefront.app.port.OrderFeed;
import io.storefront.app.port.OrderJournal;
import io.storefront.app.port.OrderSearch;
import io.storefront.app.port.Readiness;
import io.storefront.app.port.Secrets;
import io.storefront.app.port.Storefronts;
import io.storefront.customers.port.Customers;
import io.storefront.customers.usecase.ChangeCustomer;
import io.storefront.customers.usecase.RegisterCustomer;
import io.storefront.inventory.port.Products;
import io.storefront.inventory.port.StockItems;
import io.storefront.inventory.usecase.AdjustStock;
import io.storefront.inventory.usecase.PutProduct;
import io.storefront.orders.port.Orders;
import io.storefront.orders.usecase.ActOnOrder;
import io.storefront.orders.usecase.PlaceOrder;
import io.storefront.orders.usecase.PreviewOrder;
import io.storefront.orders.usecase.ResumePlacement;
import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * Everything that the API needs. Nothing is read or written before the first request.
 *
 * @param admission {@link Admission#unlimited} where something else sheds load
 * @param measurements {@link Measurements#NONE} where nobody counts
 * @param random for ids of requests and secrets of new keys
 */
public record ApiDependencies(
    Ordering ordering,
    Inventory inventory,
    CustomerCare customers,
    Platform platform,
    Admission admission,
    Measurements measurements,
    InstantSource clock,
    SecureRandom random,
    ApiSettings settings) {
  /**
   * Orders. The use cases must have been given {@link io.storefront.app.answers.AnswerReceipts} as
   * their {@link io.storefront.orders.port.Receipts}.
   */
  public record Ordering(
      PlaceOrder place,
      ActOnOrder act,
      PreviewOrder preview,
      ResumePlacement resume,
      Orders orders,
      OrderSearch search,
      OrderJournal journal,
      OrderFeed feed) {}

  /** Products and stock. */
  public record Inventory(
      PutProduct putProduct, AdjustStock adjustStock, Products products, StockItems stock) {}

  /** Customers. */
  public record CustomerCare(
      RegisterCustomer register, ChangeCustomer change, Customers customers, CustomerHomes homes) {}

  /** What the API keeps for itself. */
  public record Platform(
      ApiKeys keys,
      Storefronts storefronts,
      Answers answers,
      Secrets secrets,
      Readiness readiness) {}
}
