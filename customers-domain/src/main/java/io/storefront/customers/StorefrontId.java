package io.storefront.customers;

import java.util.regex.Pattern;

/**
 * The name of a storefront: 1 to 63 lower-case letters, digits and hyphens, not starting with a
 * hyphen. A customer belongs to exactly one.
 */
public record StorefrontId(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  /**
   * Refuses what breaks a rule.
   *
   * @throws IllegalArgumentException if the value has another form
   */
  public StorefrontId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("storefront must match " + FORM);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
