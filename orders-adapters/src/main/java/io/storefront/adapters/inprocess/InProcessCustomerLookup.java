package io.storefront.adapters.inprocess;

import io.storefront.customers.Customer;
import io.storefront.customers.port.Customers;
import io.storefront.orders.CustomerId;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.CustomerLookup;
import java.util.Optional;

final class InProcessCustomerLookup implements CustomerLookup {
  private final Customers customers;

  InProcessCustomerLookup(Customers customers) {
    this.customers = customers;
  }

  @Override
  public Eligibility check(StorefrontId storefront, CustomerId customer) {
    return known(customer)
        .flatMap(id -> find(storefront, id))
        .filter(Customer::mayOrder)
        .<Eligibility>map(found -> new Eligible(CustomerMapper.INSTANCE.snapshot(found)))
        .orElseGet(NotEligible::new);
  }

  private Optional<Customer> find(
      StorefrontId storefront, io.storefront.customers.CustomerId customer) {
    try {
      return customers.find(new io.storefront.customers.StorefrontId(storefront.value()), customer);
    } catch (io.storefront.customers.PortUnavailable e) {
      throw new PortUnavailable("CustomerLookup", e);
    }
  }

  /** Orders takes any id for a customer's; one of another form than ours is nobody's. */
  private static Optional<io.storefront.customers.CustomerId> known(CustomerId customer) {
    try {
      return Optional.of(new io.storefront.customers.CustomerId(customer.value()));
    } catch (IllegalArgumentException ofAnotherForm) {
      return Optional.empty();
    }
  }
}
