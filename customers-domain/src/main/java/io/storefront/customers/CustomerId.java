package io.storefront.customers;

import java.util.regex.Pattern;

/** A customer's identity over all storefronts: {@code cus_} and a UUID in lower case. */
public record CustomerId(String value) {
  private static final Pattern FORM =
      Pattern.compile("cus_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /**
   * Refuses what breaks a rule.
   *
   * @throws IllegalArgumentException if the value has another form
   */
  public CustomerId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("customer id must match " + FORM);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
