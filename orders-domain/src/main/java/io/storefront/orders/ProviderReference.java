package io.storefront.orders;

/** The provider's own name for what it has done, 1 to 255 characters. */
public record ProviderReference(String value) {
  /** Refuses blank and over-long text. */
  public ProviderReference {
    Texts.require("provider reference", value, 255);
  }
}
