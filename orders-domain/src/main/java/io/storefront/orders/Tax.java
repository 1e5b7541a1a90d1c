package io.storefront.orders;

import java.math.BigDecimal;
import org.joda.money.Money;

/**
 * A tax on one line, as the storefront computed it.
 *
 * @param name 1 to 64 characters
 * @param rate for information, 0 to 10 (0.19 is 19 %), at most six decimals
 * @param included whether prices already contain it; if not, it is added to the total
 * @param amount of the whole line, zero or more
 */
public record Tax(String name, BigDecimal rate, boolean included, Money amount) {
  /** The longest name. */
  public static final int MAX_NAME = 64;

  /** The most decimals of a rate. */
  public static final int MAX_RATE_DECIMALS = 6;

  /** The highest rate. */
  public static final BigDecimal MAX_RATE = BigDecimal.TEN;

  /** Refuses what the components' descriptions exclude with {@link IllegalArgumentException}. */
  public Tax {
    Texts.require("tax name", name, MAX_NAME);
    if (rate.signum() < 0 || rate.compareTo(MAX_RATE) > 0 || rate.scale() > MAX_RATE_DECIMALS) {
      throw new IllegalArgumentException("tax rate must be 0 to 10 with at most 6 decimals");
    }
    if (amount.isNegative()) {
      throw new IllegalArgumentException("tax amount must not be negative: " + amount);
    }
  }
}
