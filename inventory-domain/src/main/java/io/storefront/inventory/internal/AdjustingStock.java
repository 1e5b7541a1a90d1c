package io.storefront.inventory.internal;

import static java.time.temporal.ChronoUnit.MILLIS;

import io.storefront.inventory.Adjustment;
import io.storefront.inventory.Receipt;
import io.storefront.inventory.StockLevel;
import io.storefront.inventory.port.AdjustAnswer;
import io.storefront.inventory.port.AdjustmentIds;
import io.storefront.inventory.port.StockItems;
import io.storefront.inventory.usecase.AdjustStock;
import java.time.InstantSource;

/** An adjustment is judged where it is stored, because only there nothing can come between. */
public final class AdjustingStock implements AdjustStock {
  private final StockItems stock;
  private final AdjustmentIds ids;
  private final InstantSource clock;

  public AdjustingStock(StockItems stock, AdjustmentIds ids, InstantSource clock) {
    this.stock = stock;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Outcome adjust(Command command) {
    Adjustment adjustment =
        new Adjustment(
            ids.next(),
            command.sku(),
            command.quantity(),
            command.reason(),
            command.note(),
            clock.instant().truncatedTo(MILLIS));
    Receipt<StockLevel> receipt =
        level -> command.receipt().seal(new Outcome.Adjusted(adjustment, level));
    return switch (stock.adjust(adjustment, receipt)) {
      case AdjustAnswer.Adjusted(var level) -> new Outcome.Adjusted(adjustment, level);
      case AdjustAnswer.UnknownSku() -> new Outcome.UnknownSku();
      case AdjustAnswer.BelowReserved(var level) -> new Outcome.BelowReserved(level);
      case AdjustAnswer.AboveLimit(var level) -> new Outcome.AboveLimit(level);
      case AdjustAnswer.RequestTaken() -> new Outcome.RequestTaken();
    };
  }
}
