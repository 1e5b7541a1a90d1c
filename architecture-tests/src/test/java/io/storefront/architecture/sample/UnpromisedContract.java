package io.storefront.architecture.sample;

/** Half a contract. */
public interface UnpromisedContract {
  /** The half. */
  default void what_is_kept_is_found_again() {}
}
