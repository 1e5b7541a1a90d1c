package io.storefront.inventory;

import java.util.regex.Pattern;

/** The identity of one adjustment of stock: {@code adj_} and a UUID in lower case. */
public record AdjustmentId(String value) {
  private static final Pattern FORM =
      Pattern.compile("adj_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /**
   * Refuses what breaks a rule.
   *
   * @throws IllegalArgumentException if the value has another form
   */
  public AdjustmentId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("adjustment id must match " + FORM);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
