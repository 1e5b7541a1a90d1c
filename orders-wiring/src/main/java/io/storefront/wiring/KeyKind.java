package io.storefront.wiring;

/** The word in API keys that tells real ones from others. */
public enum KeyKind {
  /** For real shops. */
  LIVE,
  /** For everything else. */
  TEST
}
