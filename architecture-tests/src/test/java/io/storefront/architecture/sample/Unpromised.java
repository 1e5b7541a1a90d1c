package io.storefront.architecture.sample;

/**
 * A port that promises more than its contract tests.
 *
 * <ul>
 *   <li>What is kept is found again.
 *   <li>Nothing is ever lost.
 * </ul>
 */
public interface Unpromised {
  /** Keeps it. */
  void keep(String what);
}
