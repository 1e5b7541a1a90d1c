package io.storefront.app.access;

import java.util.Arrays;
import java.util.Optional;

/** What a key may do. */
public enum Scope {
  /** Read orders, events, timelines. */
  ORDERS_READ("orders:read", true),
  /** Place and change orders. */
  ORDERS_WRITE("orders:write", true),
  /** Cancel orders. */
  ORDERS_CANCEL("orders:cancel", true),
  /** Ship orders, take returns. */
  ORDERS_FULFIL("orders:fulfil", true),
  /** Delete and restore orders, see deleted ones. */
  ORDERS_DELETE("orders:delete", true),
  /** Import orders. */
  ORDERS_IMPORT("orders:import", true),
  /** Place orders at prices of one's own. */
  ORDERS_PRICE("orders:price", true),
  /** Capture payments. */
  PAYMENTS_CAPTURE("payments:capture", true),
  /** Refund payments. */
  PAYMENTS_REFUND("payments:refund", true),
  /** Read customers. */
  CUSTOMERS_READ("customers:read", true),
  /** Register, change and block customers. */
  CUSTOMERS_WRITE("customers:write", true),
  /** Erase customers. */
  CUSTOMERS_ERASE("customers:erase", true),
  /** Read products and stock. */
  INVENTORY_READ("inventory:read", true),
  /** Change products and stock. */
  INVENTORY_WRITE("inventory:write", false),
  /** Claim stock from outside. */
  INVENTORY_RESERVE("inventory:reserve", false),
  /** Manage storefronts. */
  STOREFRONTS_ADMIN("storefronts:admin", false),
  /** Manage keys. */
  KEYS_ADMIN("keys:admin", false);

  private final String text;
  private final boolean forStorefronts;

  Scope(String text, boolean forStorefronts) {
    this.text = text;
    this.forStorefronts = forStorefronts;
  }

  /** As it stands in the API, for example {@code orders:read}. */
  public String text() {
    return text;
  }

  /** Whether a storefront's key may have it; the rest is the operator's. */
  public boolean isForStorefronts() {
    return forStorefronts;
  }

  /** The scope of this name. */
  public static Optional<Scope> of(String text) {
    return Arrays.stream(values()).filter(scope -> scope.text.equals(text)).findFirst();
  }
}
