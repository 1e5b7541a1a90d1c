package io.storefront.inventory;

import io.storefront.inventory.internal.Text;
import java.time.Instant;
import java.util.Optional;

/**
 * Goods received, or a count put right. It happens once and is never changed.
 *
 * @param quantity units, positive upwards; never 0
 * @param reason 1 to 100 characters, not blank
 * @param note at most 500 characters, not blank
 */
public record Adjustment(
    AdjustmentId id, Sku sku, int quantity, String reason, Optional<String> note, Instant at) {

  public static final int MAX_QUANTITY = 1_000_000_000;
  public static final int MAX_REASON = 100;
  public static final int MAX_NOTE = 500;

  /** The customary reason for goods that came in. */
  public static final String RECEIVED = "RECEIVED";

  /**
   * Refuses what breaks a rule.
   *
   * @throws IllegalArgumentException naming the field and the rule that it breaks
   */
  public Adjustment {
    require(quantity, reason, note);
  }

  /**
   * Refuses what breaks a rule of an adjustment.
   *
   * @throws IllegalArgumentException naming the field and the rule that it breaks
   */
  public static void require(int quantity, String reason, Optional<String> note) {
    if (quantity == 0 || quantity < -MAX_QUANTITY || quantity > MAX_QUANTITY) {
      throw new IllegalArgumentException(
          "quantity must be -" + MAX_QUANTITY + " to " + MAX_QUANTITY + " and not 0");
    }
    Text.require("reason", reason, MAX_REASON);
    note.ifPresent(text -> Text.require("note", text, MAX_NOTE));
  }

  /** An adjustment never takes units that are reserved. */
  public boolean fallsBelowReserved(StockLevel before) {
    return before.onHand() + quantity < before.reserved();
  }

  /** An adjustment upwards never ends above {@link StockLevel#MAX_ON_HAND}. */
  public boolean risesAboveLimit(StockLevel before) {
    return quantity > 0 && before.onHand() + quantity > StockLevel.MAX_ON_HAND;
  }

  /**
   * The resulting level.
   *
   * @throws IllegalArgumentException if it {@linkplain #fallsBelowReserved falls below reserved}
   */
  public StockLevel appliedTo(StockLevel before) {
    return new StockLevel(sku, before.onHand() + quantity, before.reserved());
  }

  /** What the stock ledger says of it. */
  public LedgerEntry ledgerEntry() {
    boolean received = quantity > 0 && reason.equals(RECEIVED);
    return new LedgerEntry(sku, received ? LedgerKind.RECEIVED : LedgerKind.ADJUSTED, quantity);
  }
}
