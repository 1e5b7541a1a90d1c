package io.storefront.reliability.provider;

import java.math.BigDecimal;

/**
 * Money held, let go of, taken or given back in the provider's own books.
 *
 * @param kind {@code AUTHORIZE}, {@code VOID}, {@code CAPTURE} or {@code REFUND}
 * @param amount as {@code EUR 19.90}
 * @param of the key of what a void, a capture or a refund acted upon; otherwise empty
 */
public record Effect(String key, String kind, String order, String amount, String of) {
  private static final String SEPARATOR = "|";

  BigDecimal value() {
    return value(amount);
  }

  /** Of an amount without its currency. */
  static BigDecimal value(String amount) {
    return new BigDecimal(amount.substring(amount.indexOf(' ') + 1));
  }

  /** In one line. */
  String line() {
    return String.join(SEPARATOR, key, kind, order, amount, of);
  }

  /** From one line. */
  static Effect of(String line) {
    String[] parts = line.split("\\|", -1);
    return new Effect(parts[0], parts[1], parts[2], parts[3], parts[4]);
  }
}
