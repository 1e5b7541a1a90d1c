package io.storefront.inventory;

import java.util.regex.Pattern;

/**
 * What a product is kept under: 1 to 64 ASCII letters, digits, dots, underscores and hyphens. Upper
 * and lower case differ; the order is that of the bytes.
 */
public record Sku(String value) implements Comparable<Sku> {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /**
   * Refuses what breaks a rule.
   *
   * @throws IllegalArgumentException if the value has another form
   */
  public Sku {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("sku must match " + FORM);
    }
  }

  /** Byte order, which is the order of the characters because all of them are ASCII. */
  @Override
  public int compareTo(Sku other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
