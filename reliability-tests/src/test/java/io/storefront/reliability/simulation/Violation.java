package io.storefront.reliability.simulation;

/**
 * A promise that was broken.
 *
 * @param invariant as docs/reliability.md numbers it
 */
record Violation(String invariant, String what) {
  @Override
  public String toString() {
    return invariant + ": " + what;
  }
}
