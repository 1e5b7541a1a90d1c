package io.storefront.orders;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where goods go.
 *
 * @param name of the recipient, at most 200 characters
 * @param line1 street and number, at most 200 characters
 * @param line2 anything more, at most 200 characters
 * @param city at most 100 characters
 * @param region state or province, at most 100 characters
 * @param postalCode at most 20 characters; some countries have none
 * @param country two letters, ISO 3166-1 alpha-2, upper case
 */
public record Address(
    String name,
    String line1,
    Optional<String> line2,
    String city,
    Optional<String> region,
    Optional<String> postalCode,
    String country) {
  /** The longest name and the longest line. */
  public static final int MAX_LINE = 200;

  /** The longest city and the longest region. */
  public static final int MAX_CITY = 100;

  /** The longest postal code. */
  public static final int MAX_POSTAL_CODE = 20;

  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

  /** Refuses what the components' descriptions exclude with {@link IllegalArgumentException}. */
  public Address {
    Texts.require("address name", name, MAX_LINE);
    Texts.require("address line1", line1, MAX_LINE);
    line2.ifPresent(text -> Texts.require("address line2", text, MAX_LINE));
    Texts.require("address city", city, MAX_CITY);
    region.ifPresent(text -> Texts.require("address region", text, MAX_CITY));
    postalCode.ifPresent(text -> Texts.require("address postalCode", text, MAX_POSTAL_CODE));
    if (!COUNTRY.matcher(country).matches()) {
      throw new IllegalArgumentException("address country must be two upper-case letters");
    }
  }
}
