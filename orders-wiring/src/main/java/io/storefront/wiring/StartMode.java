package io.storefront.wiring;

/** What a start may do to the database. */
public enum StartMode {
  /** Migrates it unless that is turned off, and loads the demo where that is wanted. */
  NORMAL,
  /** Throws away what is in the embedded one, then as {@link #NORMAL}. */
  FRESH,
  /**
   * Takes it as it is, and need not find it there: somebody else migrates, as where instances come
   * and go by the second. As long as it is away, requests are told so.
   */
  AS_IS
}
