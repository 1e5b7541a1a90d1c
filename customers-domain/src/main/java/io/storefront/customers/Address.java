package io.storefront.customers;

import io.storefront.customers.internal.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A postal address. Every text that is present holds something else than blanks, no control
 * characters and no non-characters; lengths are counted in code points. The country is an ISO
 * 3166-1 alpha-2 code in upper case.
 */
public record Address(
    String name,
    String line1,
    Optional<String> line2,
    String city,
    Optional<String> region,
    Optional<String> postalCode,
    String country) {

  public static final int MAX_NAME = 200;
  public static final int MAX_LINE = 200;
  public static final int MAX_CITY = 100;
  public static final int MAX_REGION = 100;
  public static final int MAX_POSTAL_CODE = 20;

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  /**
   * Refuses what breaks a rule.
   *
   * @throws IllegalArgumentException naming the field and the rule that it breaks
   */
  public Address {
    Text.require("name", name, MAX_NAME);
    Text.require("line1", line1, MAX_LINE);
    line2.ifPresent(text -> Text.require("line2", text, MAX_LINE));
    Text.require("city", city, MAX_CITY);
    region.ifPresent(text -> Text.require("region", text, MAX_REGION));
    postalCode.ifPresent(text -> Text.require("postalCode", text, MAX_POSTAL_CODE));
    if (!COUNTRIES.contains(country)) {
      throw new IllegalArgumentException(
          "country must be an ISO 3166-1 alpha-2 code in upper case");
    }
  }
}
