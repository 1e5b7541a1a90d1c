package io.storefront.wiring;

/** What a start may do to the database. */
public enum StartMode {
  /** Migrates it unless that is turned off, and loads the demo where that is wanted. */
  NORMAL,
  /** Throws away what is in the embedded one, then as {@link #NORMAL}. */
  FRESH,
  /** Takes it as it is: somebody else migrates, as where instances come and go by the second. */
  AS_IS
}
