package io.storefront.reliability.simulation;

/** The process has vanished. Nothing catches this, and no call that follows reaches anybody. */
final class Crash extends Error {
  private static final long serialVersionUID = 1L;

  Crash() {
    super("the process has vanished", null, false, false);
  }
}
