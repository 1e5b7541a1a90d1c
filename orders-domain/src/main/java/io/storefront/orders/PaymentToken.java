package io.storefront.orders;

/**
 * What the provider charges by, 1 to 255 visible ASCII characters. A secret: its text is left out
 * of {@link #toString} and erased from an attempt that has ended.
 */
public record PaymentToken(String value) implements PaymentMeans {
  /** The longest token. */
  public static final int MAX_LENGTH = 255;

  /** Refuses every other form with {@link IllegalArgumentException}. */
  public PaymentToken {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("payment token must be 1 to 255 visible ASCII characters");
    }
  }

  /** Whether the text can be a token. */
  public static boolean isWellFormed(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_LENGTH
        && text.chars().allMatch(c -> c > ' ' && c <= '~');
  }

  @Override
  public String toString() {
    return "PaymentToken[…]";
  }
}
