package io.storefront.inventory.testkit;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The part of {@link StockItemsContract} that looks for what no example has thought of. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface StockConservationContract extends StockStage {

  /** How many sequences are tried; few enough for a database. */
  default int sequences() {
    return 30;
  }

  /** The first sequence's seed; a failure tells which to return here to see it again. */
  default long seed() {
    return Fresh.seed();
  }

  @Test
  default void any_sequence_of_claims_in_any_order_of_revisions_conserves_stock() {
    long first = seed();
    for (int i = 0; i < sequences(); i++) {
      new StockConservation(this, first + i).check();
    }
  }
}
