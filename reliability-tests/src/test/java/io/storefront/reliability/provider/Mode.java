package io.storefront.reliability.provider;

/** What becomes of one call to the provider. */
public enum Mode {
  /** It answers at once. */
  CLEAR,
  /** It answers, but takes its time. */
  SLOW,
  /** The connection is cut before it has done anything. */
  DROP_BEFORE,
  /** It has done it, and the connection is cut. */
  DROP_AFTER,
  /** It answers 503 and has done nothing. */
  ERROR_BEFORE,
  /** It answers 500 although it has done it. */
  ERROR_AFTER,
  /** It has done it, and says so in words that nobody can trust. */
  GARBAGE,
  /** It has done it, and says so one byte after the other. */
  DRIP,
  /** It does it long after the caller has given up. */
  LATE,
  /** The request reaches it twice at once. */
  TWICE
}
