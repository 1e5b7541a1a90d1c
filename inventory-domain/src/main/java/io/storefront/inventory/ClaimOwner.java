package io.storefront.inventory;

import java.util.regex.Pattern;

/**
 * Whose claim it is: the id of an order, which means nothing else here. 1 to 100 ASCII letters,
 * digits, dots, underscores and hyphens.
 */
public record ClaimOwner(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  /**
   * Refuses what breaks a rule.
   *
   * @throws IllegalArgumentException if the value has another form
   */
  public ClaimOwner {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("claim owner must match " + FORM);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
