package io.storefront.inventory;

import io.storefront.inventory.internal.AdjustingStock;
import io.storefront.inventory.internal.ClaimingStock;
import io.storefront.inventory.internal.PuttingProducts;
import io.storefront.inventory.port.AdjustmentIds;
import io.storefront.inventory.port.Products;
import io.storefront.inventory.port.StockItems;
import io.storefront.inventory.usecase.AdjustStock;
import io.storefront.inventory.usecase.ClaimStock;
import io.storefront.inventory.usecase.PutProduct;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** The way in: takes what you implement and gives what you call. Safe for use by many threads. */
public final class InventoryUseCases {
  private final PutProduct putProduct;
  private final AdjustStock adjustStock;
  private final ClaimStock claimStock;

  @Inject
  public InventoryUseCases(
      Products products, StockItems stock, AdjustmentIds ids, InstantSource clock) {
    putProduct = new PuttingProducts(products, clock);
    adjustStock = new AdjustingStock(stock, ids, clock);
    claimStock = new ClaimingStock(stock);
  }

  public PutProduct putProduct() {
    return putProduct;
  }

  public AdjustStock adjustStock() {
    return adjustStock;
  }

  public ClaimStock claimStock() {
    return claimStock;
  }
}
