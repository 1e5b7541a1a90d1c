package io.storefront.inventory;

import io.storefront.inventory.port.AdjustmentIds;
import io.storefront.inventory.testkit.AdjustmentIdsContract;
import io.storefront.inventory.testkit.InMemoryAdjustmentIds;

class InMemoryAdjustmentIdsTest implements AdjustmentIdsContract {
  private final AdjustmentIds ids = new InMemoryAdjustmentIds();

  @Override
  public AdjustmentIds ids() {
    return ids;
  }
}
