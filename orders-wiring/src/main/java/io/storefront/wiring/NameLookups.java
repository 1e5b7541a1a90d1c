package io.storefront.wiring;

import java.security.Security;

/** How long the JVM believes what a name server told it. */
final class NameLookups {
  private static final String SECONDS_KEPT = "networkaddress.cache.ttl";
  private static final String BRIEFLY = "5";

  private NameLookups() {}

  /**
   * A database that fails over keeps its name and changes its address. Must come before the first
   * look-up; what the JVM was configured with wins.
   */
  static void keepBriefly() {
    if (Security.getProperty(SECONDS_KEPT) == null) {
      Security.setProperty(SECONDS_KEPT, BRIEFLY);
    }
  }
}
