package io.storefront.customers;

import io.storefront.customers.port.CustomerIds;
import io.storefront.customers.testkit.CustomerIdsContract;
import io.storefront.customers.testkit.InMemoryCustomerIds;

class InMemoryCustomerIdsTest implements CustomerIdsContract {
  private final CustomerIds ids = new InMemoryCustomerIds();

  @Override
  public CustomerIds ids() {
    return ids;
  }
}
