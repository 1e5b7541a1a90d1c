package io.storefront.reliability.provider;

/**
 * Money held, or let go of, in the provider's own books.
 *
 * @param kind {@code AUTHORIZE} or {@code VOID}
 * @param amount as {@code EUR 19.90}
 * @param of the key of the authorization that a void let go of; otherwise empty
 */
public record Effect(String key, String kind, String order, String amount, String of) {
  private static final String SEPARATOR = "|";

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
