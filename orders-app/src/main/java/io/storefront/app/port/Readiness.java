package io.storefront.app.port;

/** Whether the storage can be used now. Thread-safe. */
public interface Readiness {
  /** True when it answers and has the version that this program needs; never throws. */
  boolean isReady();
}
