package io.storefront.customers.testkit;

import io.storefront.customers.CustomerId;
import io.storefront.customers.port.CustomerIds;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that count from 1, so that a test can foretell them. */
public final class InMemoryCustomerIds implements CustomerIds {
  private final AtomicLong last = new AtomicLong();

  @Override
  public CustomerId next() {
    return new CustomerId("cus_00000000-0000-7000-8000-%012x".formatted(last.incrementAndGet()));
  }
}
