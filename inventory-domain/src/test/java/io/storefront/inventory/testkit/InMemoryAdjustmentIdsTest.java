package io.storefront.inventory.testkit;

import io.storefront.inventory.port.AdjustmentIds;

class InMemoryAdjustmentIdsTest implements AdjustmentIdsContract {
  private final AdjustmentIds ids = new InMemoryAdjustmentIds();

  @Override
  public AdjustmentIds ids() {
    return ids;
  }
}
