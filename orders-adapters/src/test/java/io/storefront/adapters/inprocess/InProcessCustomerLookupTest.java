package io.storefront.adapters.inprocess;

import static io.storefront.customers.testkit.CustomerBuilder.aCustomer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storefront.customers.Customer;
import io.storefront.customers.testkit.CustomerBuilder;
import io.storefront.customers.testkit.InMemoryCustomers;
import io.storefront.orders.Address;
import io.storefront.orders.CustomerId;
import io.storefront.orders.CustomerSnapshot;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.CustomerLookup;
import io.storefront.orders.testkit.CustomerLookupContract;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InProcessCustomerLookupTest implements CustomerLookupContract {
  private final InMemoryCustomers customers = new InMemoryCustomers();
  private final CustomerLookup lookup = InProcessAdapters.customerLookup(customers);
  private final StorefrontId storefront = new StorefrontId("testshop");

  @Override
  public CustomerLookup customers() {
    return lookup;
  }

  @Override
  public StorefrontId storefront() {
    return storefront;
  }

  @Override
  public CustomerSnapshot eligible() {
    Customer ada =
        aCustomer()
            .withId(new io.storefront.customers.CustomerId("cus_" + UUID.randomUUID()))
            .of(inCustomers("testshop"))
            .livingAt(CustomerBuilder.anAddress())
            .build();
    customers.holding(ada);
    return new CustomerSnapshot(
        new CustomerId(ada.id().value()),
        ada.name(),
        ada.email(),
        Optional.of(
            new Address(
                "Ada Lovelace",
                "Torstr. 1",
                Optional.of("Hinterhof"),
                "Berlin",
                Optional.of("Berlin"),
                Optional.of("10119"),
                "DE")));
  }

  @Override
  public void goAway() {
    customers.goAway();
  }

  @Override
  public CustomerId blocked() {
    return hold(aCustomer().of(inCustomers("testshop")).blocked());
  }

  @Override
  public CustomerId foreign() {
    return hold(aCustomer().of(inCustomers("othershop")));
  }

  @Test
  void customers_that_cannot_be_asked_are_an_unavailable_port() {
    CustomerId customer = eligible().id();
    customers.goAway();

    assertThatThrownBy(() -> lookup.check(storefront, customer))
        .isInstanceOfSatisfying(
            PortUnavailable.class, e -> assertThat(e.port()).isEqualTo("CustomerLookup"));
  }

  private CustomerId hold(CustomerBuilder builder) {
    Customer customer =
        builder.withId(new io.storefront.customers.CustomerId("cus_" + UUID.randomUUID())).build();
    customers.holding(customer);
    return new CustomerId(customer.id().value());
  }

  private static io.storefront.customers.StorefrontId inCustomers(String storefront) {
    return new io.storefront.customers.StorefrontId(storefront);
  }
}
