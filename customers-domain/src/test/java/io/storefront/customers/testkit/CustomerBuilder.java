package io.storefront.customers.testkit;

import io.storefront.customers.Address;
import io.storefront.customers.Customer;
import io.storefront.customers.CustomerId;
import io.storefront.customers.CustomerStatus;
import io.storefront.customers.StorefrontId;
import java.time.Instant;
import java.util.Optional;

/** Customers for tests: fresh, sound, and given only what matters. Each step is a new builder. */
public record CustomerBuilder(Customer customer) {
  public static final Instant REGISTERED_AT = Instant.parse("2026-01-02T03:04:05.678Z");

  /** Ada, newly registered at a storefront of her own. */
  public static CustomerBuilder aCustomer() {
    return new CustomerBuilder(
        Customer.register(
            Fresh.customerId(),
            Fresh.storefront(),
            "Ada Lovelace",
            "ada@example.com",
            Optional.empty(),
            REGISTERED_AT));
  }

  /** An address in Berlin with everything that an address can have. */
  public static Address anAddress() {
    return new Address(
        "Ada Lovelace",
        "Torstr. 1",
        Optional.of("Hinterhof"),
        "Berlin",
        Optional.of("Berlin"),
        Optional.of("10119"),
        "DE");
  }

  public CustomerBuilder withId(CustomerId id) {
    return of(id, customer.storefront(), customer.name(), customer.defaultAddress());
  }

  public CustomerBuilder of(StorefrontId storefront) {
    return of(customer.id(), storefront, customer.name(), customer.defaultAddress());
  }

  public CustomerBuilder named(String name) {
    return of(customer.id(), customer.storefront(), name, customer.defaultAddress());
  }

  public CustomerBuilder livingAt(Address address) {
    return of(customer.id(), customer.storefront(), customer.name(), Optional.of(address));
  }

  public CustomerBuilder blocked() {
    return new CustomerBuilder(
        new Customer(
            customer.id(),
            customer.storefront(),
            customer.name(),
            customer.email(),
            customer.defaultAddress(),
            CustomerStatus.BLOCKED,
            customer.version(),
            customer.createdAt(),
            customer.updatedAt()));
  }

  public Customer build() {
    return customer;
  }

  private CustomerBuilder of(
      CustomerId id, StorefrontId storefront, String name, Optional<Address> address) {
    return new CustomerBuilder(
        new Customer(
            id,
            storefront,
            name,
            customer.email(),
            address,
            customer.status(),
            customer.version(),
            customer.createdAt(),
            customer.updatedAt()));
  }
}
