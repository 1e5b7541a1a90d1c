package io.storefront.adapters.postgres.verification;

import java.util.List;

/**
 * An invariant that does not hold.
 *
 * @param total how many rows break it
 * @param rows the first of them, each in one line of names and values: ids and numbers, no personal
 *     data
 */
public record Finding(Invariant invariant, long total, List<String> rows) {
  /** Copies the rows. */
  public Finding {
    rows = List.copyOf(rows);
  }

  /** In one line, for the failure of a test. */
  @Override
  public String toString() {
    return "%s: %d, first %s".formatted(invariant, total, rows);
  }
}
