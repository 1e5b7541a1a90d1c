package io.storefront.inventory;

import static java.util.Comparator.comparing;

import io.storefront.inventory.internal.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;

/**
 * What can be ordered: a name and a unit price in each currency it is sold in. A product is put
 * before it has stock, is replaced as a whole from then on, and is never removed; made inactive it
 * takes no new orders. Each put that changes something raises the version by one; the first is 1.
 *
 * @param name 1 to 200 characters, not blank
 * @param unitPrices at most 50, one for each currency, each with exactly the currency's decimals;
 *     kept in the order of their currency codes
 */
public record Product(
    Sku sku,
    String name,
    List<Money> unitPrices,
    boolean active,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  public static final int MAX_NAME = 200;
  public static final int MAX_PRICES = 50;

  /** The highest unit price, in units of its currency. */
  public static final long MAX_PRICE = 999_999_999;

  /**
   * Refuses what breaks a rule.
   *
   * @throws IllegalArgumentException naming the field and the rule that it breaks
   */
  public Product {
    require(name, unitPrices);
    unitPrices = unitPrices.stream().sorted(comparing(Money::getCurrencyUnit)).toList();
    if (version < 1) {
      throw new IllegalArgumentException("version must be at least 1");
    }
  }

  /**
   * Refuses what breaks a rule of a product.
   *
   * @throws IllegalArgumentException naming the field and the rule that it breaks
   */
  public static void require(String name, List<Money> unitPrices) {
    Text.require("name", name, MAX_NAME);
    if (unitPrices.size() > MAX_PRICES) {
      throw new IllegalArgumentException("unitPrices must be at most " + MAX_PRICES);
    }
    if (unitPrices.stream().map(Money::getCurrencyUnit).distinct().count() < unitPrices.size()) {
      throw new IllegalArgumentException("unitPrices must be one for each currency");
    }
    if (!unitPrices.stream().allMatch(Product::isInRange)) {
      throw new IllegalArgumentException("unitPrices must be 0 to " + MAX_PRICE);
    }
  }

  /** Whether somebody who puts these would change nothing. */
  public boolean says(String name, List<Money> unitPrices, boolean active) {
    return equals(new Product(sku, name, unitPrices, active, version, createdAt, updatedAt));
  }

  /** The next version, in other words. */
  public Product replaced(String name, List<Money> unitPrices, boolean active, Instant now) {
    Instant later = now.isAfter(updatedAt) ? now : updatedAt;
    return new Product(sku, name, unitPrices, active, version + 1, createdAt, later);
  }

  private static boolean isInRange(Money price) {
    return !price.isNegative() && price.getAmount().compareTo(BigDecimal.valueOf(MAX_PRICE)) <= 0;
  }
}
