package io.storefront.inventory.testkit;

import io.storefront.inventory.AdjustmentId;
import io.storefront.inventory.port.AdjustmentIds;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that count from 1, so that a test can foretell them. */
public final class InMemoryAdjustmentIds implements AdjustmentIds {
  private final AtomicLong last = new AtomicLong();

  @Override
  public AdjustmentId next() {
    return new AdjustmentId("adj_00000000-0000-7000-8000-%012x".formatted(last.incrementAndGet()));
  }
}
