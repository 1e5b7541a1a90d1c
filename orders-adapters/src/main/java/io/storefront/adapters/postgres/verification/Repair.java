package io.storefront.adapters.postgres.verification;

import io.storefront.inventory.port.StockItems;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * How rows that break an invariant are put right, by new rows and ledger entries; no history is
 * changed.
 *
 * @param invariant that holds again afterwards, if all of its rows can be mended
 * @param act what is done to each row, in words
 * @param mendable the rows that it can be done to; as {@link Invariant#query}
 * @param mending what does it
 */
record Repair(Invariant invariant, String act, Invariant.Query mendable, Mending mending) {

  /** What puts things right. */
  @FunctionalInterface
  interface Mending {
    /**
     * Mends everything that it can, in one transaction that the caller commits; how much it was.
     */
    int mend(Connection connection, StockItems stock) throws SQLException;
  }
}
