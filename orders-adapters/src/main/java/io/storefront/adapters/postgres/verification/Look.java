package io.storefront.adapters.postgres.verification;

/** What every query of an invariant begins and ends with. */
final class Look {
  /** Counts what follows. */
  static final String COUNTING = "SELECT count(*) OVER () AS total, found.* FROM (\n";

  /** Shows so much of it, in an order that stays. */
  static final String FIRST = "\n) found ORDER BY 2, 3 LIMIT ?";

  private Look() {}
}
