package io.storefront.orders;

import java.util.regex.Pattern;

/** The shop that an order belongs to: 1 to 63 of a-z, 0-9 and hyphen, not starting with one. */
public record StorefrontId(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  /** Refuses every other form with {@link IllegalArgumentException}. */
  public StorefrontId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("storefront id must match " + FORM + ": " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
