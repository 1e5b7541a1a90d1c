package io.storefront.orders;

import java.util.regex.Pattern;

/**
 * A stock keeping unit: 1 to 64 of A-Z, a-z, 0-9, dot, underscore and hyphen. Compared as given;
 * ordered by its bytes, the order in which stock is always taken.
 */
public record Sku(String value) implements Comparable<Sku> {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** Refuses every other form with {@link IllegalArgumentException}. */
  public Sku {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("sku must match " + FORM + ": " + value);
    }
  }

  /** Whether the text is a SKU at all. */
  public static boolean isWellFormed(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public int compareTo(Sku other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
