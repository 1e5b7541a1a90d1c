package io.storefront.inventory.internal;

import io.storefront.inventory.StockClaim;
import io.storefront.inventory.port.ClaimAnswer;
import io.storefront.inventory.port.StockItems;
import io.storefront.inventory.usecase.ClaimStock;

/** A claim is judged where it is stored, because only there nothing can come between. */
public final class ClaimingStock implements ClaimStock {
  private final StockItems stock;

  public ClaimingStock(StockItems stock) {
    this.stock = stock;
  }

  @Override
  public Outcome claim(StockClaim claim) {
    return switch (stock.claim(claim)) {
      case ClaimAnswer.Held() -> new Outcome.Held();
      case ClaimAnswer.Short(var shortages) -> new Outcome.Short(shortages);
    };
  }
}
