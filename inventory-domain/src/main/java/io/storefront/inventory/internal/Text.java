package io.storefront.inventory.internal;

/**
 * What the texts of products and stock have in common: they can be stored, shown and sent
 * everywhere.
 */
public final class Text {

  private Text() {}

  /** Refuses a text that is blank, longer than the maximum in code points, or not storable. */
  public static void require(String field, String text, int max) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(field + " must not be blank");
    }
    if (text.codePointCount(0, text.length()) > max) {
      throw new IllegalArgumentException(field + " must have at most " + max + " characters");
    }
    if (!text.codePoints().allMatch(Text::isCharacter)) {
      throw new IllegalArgumentException(
          field + " must not hold control characters or non-characters");
    }
  }

  private static boolean isCharacter(int codePoint) {
    boolean loneSurrogate =
        codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    boolean nonCharacter =
        (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
    return !Character.isISOControl(codePoint) && !loneSurrogate && !nonCharacter;
  }
}
