package io.storefront.adapters.testkit;

/** The versions of PostgreSQL that we promise to run on: the oldest, and the newest there is. */
public enum PostgresVersion {
  /** PostgreSQL 15, from the jar that the system property {@code postgres15.jar} names. */
  OLDEST,
  /** The one on the class path. */
  NEWEST
}
