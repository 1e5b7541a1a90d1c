package io.storefront.customers;

import io.storefront.customers.internal.ChangingCustomers;
import io.storefront.customers.internal.RegisteringCustomers;
import io.storefront.customers.port.CustomerIds;
import io.storefront.customers.port.Customers;
import io.storefront.customers.usecase.ChangeCustomer;
import io.storefront.customers.usecase.RegisterCustomer;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** The way in: takes what you implement and gives what you call. Safe for use by many threads. */
public final class CustomersUseCases {
  private final RegisterCustomer registerCustomer;
  private final ChangeCustomer changeCustomer;

  @Inject
  public CustomersUseCases(Customers customers, CustomerIds ids, InstantSource clock) {
    registerCustomer = new RegisteringCustomers(customers, ids, clock);
    changeCustomer = new ChangingCustomers(customers, clock);
  }

  public RegisterCustomer registerCustomer() {
    return registerCustomer;
  }

  public ChangeCustomer changeCustomer() {
    return changeCustomer;
  }
}
