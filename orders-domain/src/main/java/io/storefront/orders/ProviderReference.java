package io.storefront.orders;

/** The provider's own name for what it has done, 1 to 255 characters. */
public record ProviderReference(String value) {
  /** The longest reference. */
  public static final int MAX_LENGTH = 255;

  /** Refuses blank and over-long text. */
  public ProviderReference {
    Texts.require("provider reference", value, MAX_LENGTH);
  }

  /** Whether the text can be a reference. */
  public static boolean isWellFormed(String text) {
    return !text.isBlank() && Texts.isClean(text, MAX_LENGTH);
  }
}
