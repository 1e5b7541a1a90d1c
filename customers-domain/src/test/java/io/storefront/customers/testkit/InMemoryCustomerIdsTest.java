package io.storefront.customers.testkit;

import io.storefront.customers.port.CustomerIds;

class InMemoryCustomerIdsTest implements CustomerIdsContract {
  private final CustomerIds ids = new InMemoryCustomerIds();

  @Override
  public CustomerIds ids() {
    return ids;
  }
}
