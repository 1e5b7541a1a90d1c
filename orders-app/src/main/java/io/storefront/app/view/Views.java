package io.storefront.app.view;

import io.storefront.app.access.ApiKey;
import io.storefront.app.access.Storefront;
import io.storefront.customers.Customer;
import io.storefront.inventory.Adjustment;
import io.storefront.inventory.Product;
import io.storefront.inventory.StockLevel;
import java.util.Optional;

/** Shows everything but orders. */
public final class Views {
  private static final OtherMapper MAPPER = new OtherMapperImpl();

  private Views() {}

  /** A product. */
  public static ProductView of(Product product) {
    return MAPPER.product(product);
  }

  /** A level of stock. */
  public static StockView of(StockLevel level) {
    return MAPPER.stock(level);
  }

  /** An adjustment, and the level right after it. */
  public static AdjustmentView of(Adjustment adjustment, StockLevel level) {
    return MAPPER.adjustment(adjustment, level);
  }

  /** A customer. */
  public static CustomerView of(Customer customer) {
    return MAPPER.customer(customer);
  }

  /** A storefront. */
  public static StorefrontView of(Storefront storefront) {
    return MAPPER.storefront(storefront);
  }

  /** A key, without its secret. */
  public static ApiKeyView of(ApiKey key) {
    return MAPPER.key(key, Optional.empty());
  }

  /** A key, for the one time that its owner gets to see it. */
  public static ApiKeyView of(ApiKey key, String text) {
    return MAPPER.key(key, Optional.of(text));
  }
}
