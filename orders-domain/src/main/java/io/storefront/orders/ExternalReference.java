package io.storefront.orders;

/**
 * The storefront's own number for an order, 1 to 64 characters; unique in a storefront over all
 * orders that were not rejected.
 */
public record ExternalReference(String value) {
  /** The longest reference, in code points. */
  public static final int MAX_LENGTH = 64;

  /** Refuses blank, over-long and unclean text with {@link IllegalArgumentException}. */
  public ExternalReference {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("external reference must be 1 to 64 clean characters");
    }
  }

  /** Whether the text can be a reference. */
  public static boolean isWellFormed(String text) {
    return !text.isBlank()
        && Texts.isClean(text, MAX_LENGTH)
        && !Texts.hasBidirectionalOverride(text);
  }
}
