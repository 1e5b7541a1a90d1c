package io.storefront.app.access;

import io.storefront.orders.StorefrontId;
import java.time.Instant;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;

/**
 * A shop.
 *
 * @param name 1 to 200 characters
 * @param currencies in which it takes orders; at least one
 * @param version 1 when first stored, one more with each change
 */
public record Storefront(
    StorefrontId id,
    String name,
    SortedSet<CurrencyUnit> currencies,
    long version,
    Instant createdAt,
    Instant updatedAt) {
  /** The longest name. */
  public static final int MAX_NAME = 200;

  /** Refuses no currency at all. */
  public Storefront {
    if (currencies.isEmpty()) {
      throw new IllegalArgumentException("a storefront takes orders in at least one currency");
    }
  }

  /** Sorts the currencies. */
  public static SortedSet<CurrencyUnit> sorted(Set<CurrencyUnit> currencies) {
    return new TreeSet<>(currencies);
  }
}
