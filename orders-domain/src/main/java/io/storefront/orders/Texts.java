package io.storefront.orders;

/** What text may hold wherever a person or a storefront writes some. */
public final class Texts {
  private Texts() {}

  /**
   * Whether the text has at most {@code max} code points and no control, lone surrogate or
   * non-character among them. Nothing is normalised.
   */
  public static boolean isClean(String text, int max) {
    return text.codePointCount(0, text.length()) <= max
        && text.codePoints().allMatch(Texts::isAllowed);
  }

  /** Whether the text could show itself in another order than it has. */
  static boolean hasBidirectionalOverride(String text) {
    return text.codePoints()
        .anyMatch(c -> (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069));
  }

  private static boolean isAllowed(int c) {
    boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
    boolean nonCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    return !(Character.isISOControl(c) || surrogate || nonCharacter);
  }

  static String require(String field, String text, int max) {
    if (text.isBlank() || !isClean(text, max)) {
      throw new IllegalArgumentException(
          field + " must be 1 to " + max + " characters without controls");
    }
    return text;
  }
}
