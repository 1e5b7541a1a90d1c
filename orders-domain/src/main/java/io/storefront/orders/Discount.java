package io.storefront.orders;

import org.joda.money.Money;

/**
 * A reduction of one line.
 *
 * @param code the storefront's name for it, 1 to 64 characters
 * @param amount of the whole line, not of a unit; zero or more
 */
public record Discount(String code, Money amount) {
  /** The longest code. */
  public static final int MAX_CODE = 64;

  /** Refuses a negative amount and an unclean code with {@link IllegalArgumentException}. */
  public Discount {
    Texts.require("discount code", code, MAX_CODE);
    if (amount.isNegative()) {
      throw new IllegalArgumentException("discount amount must not be negative: " + amount);
    }
  }
}
