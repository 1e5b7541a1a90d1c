package io.storefront.orders.broken;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an implementation of a port gets wrong, and the contract's tests that say so. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Mistake {
  /** In a few words, for the table in the documentation. */
  String value();

  /** Tests that fail for it; others may fail as well. */
  String[] caughtBy();
}
