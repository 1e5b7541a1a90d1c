package io.storefront.orders;

import java.util.regex.Pattern;

/** An order's id: {@code ord_} and a UUID in lower case; opaque to everybody but its maker. */
public record OrderId(String value) {
  private static final Pattern FORM =
      Pattern.compile("ord_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** Refuses every other form with {@link IllegalArgumentException}. */
  public OrderId {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("order id must be ord_ and a UUID: " + value);
    }
  }

  /** Whether the text is an order id at all; what is not is, to a caller, an unknown id. */
  public static boolean isWellFormed(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
