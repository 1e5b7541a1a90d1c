package io.storefront.inventory.usecase;

import io.storefront.inventory.Adjustment;
import io.storefront.inventory.Receipt;
import io.storefront.inventory.Sku;
import io.storefront.inventory.StockLevel;
import java.util.Optional;

/** Receives goods, or puts a count right. Safe for use by many threads. */
public interface AdjustStock {

  /**
   * Adjusts once.
   *
   * @throws io.storefront.inventory.PortUnavailable if a port gave no answer; asking again may
   *     adjust a second time unless the receipt's request is taken only once
   */
  Outcome adjust(Command command);

  /** Units, positive upwards, and why; limits are those of {@link Adjustment}. */
  record Command(
      Sku sku,
      int quantity,
      String reason,
      Optional<String> note,
      Receipt<Outcome.Adjusted> receipt) {

    /**
     * Refuses what breaks a rule.
     *
     * @throws IllegalArgumentException naming the field and the rule that it breaks
     */
    public Command {
      Adjustment.require(quantity, reason, note);
    }
  }

  /** What became of it. */
  sealed interface Outcome {

    /** It is stored, and this was the level right after it. */
    record Adjusted(Adjustment adjustment, StockLevel level) implements Outcome {}

    /** No such product; nothing changed. */
    record UnknownSku() implements Outcome {}

    /** More than this level has available was to be taken; nothing changed. */
    record BelowReserved(StockLevel level) implements Outcome {}

    /** It would have ended above {@link StockLevel#MAX_ON_HAND}; nothing changed. */
    record AboveLimit(StockLevel level) implements Outcome {}

    /** The request that the receipt stands for was done before; nothing changed. */
    record RequestTaken() implements Outcome {}
  }
}
