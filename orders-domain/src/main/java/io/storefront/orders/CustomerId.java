package io.storefront.orders;

/** A customer's id as the customer look-up knows it: 1 to 64 visible ASCII characters. */
public record CustomerId(String value) {
  /** Refuses every other form with {@link IllegalArgumentException}. */
  public CustomerId {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("customer id must be 1 to 64 visible ASCII characters");
    }
  }

  /** Whether the text can be a customer id; what cannot is, to a caller, an unknown customer. */
  public static boolean isWellFormed(String text) {
    return !text.isEmpty()
        && text.length() <= 64
        && text.chars().allMatch(c -> c > ' ' && c <= '~');
  }

  @Override
  public String toString() {
    return value;
  }
}
