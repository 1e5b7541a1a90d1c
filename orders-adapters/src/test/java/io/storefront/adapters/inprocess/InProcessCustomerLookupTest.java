package io.storefront.adapters.inprocess;

import static io.storefront.customers.testkit.CustomerBuilder.aCustomer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storefront.customers.Customer;
import io.storefront.customers.testkit.CustomerBuilder;
import io.storefront.customers.testkit.InMemoryCustomers;
import io.storefront.orders.CustomerId;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.CustomerLookup;
import io.storefront.orders.testkit.CustomerLookupContract;
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
  public CustomerId eligible() {
    return ELIGIBLE;
  }

  @Override
  public CustomerId blocked() {
    return hold(aCustomer().of(inCustomers("testshop")).blocked());
  }

  @Override
  public CustomerId foreign() {
    return hold(aCustomer().of(inCustomers("othershop")));
  }

  private static final CustomerId ELIGIBLE = new CustomerId("cus_" + UUID.randomUUID());

  InProcessCustomerLookupTest() {
    customers.holding(
        aCustomer()
            .withId(new io.storefront.customers.CustomerId(ELIGIBLE.value()))
            .of(inCustomers("testshop"))
            .livingAt(CustomerBuilder.anAddress())
            .build());
  }

  @Test
  void the_snapshot_holds_the_default_address() {
    CustomerLookup.Eligible yes = (CustomerLookup.Eligible) lookup.check(storefront, eligible());
    io.storefront.customers.Address address = CustomerBuilder.anAddress();

    assertThat(yes.customer().defaultAddress().orElseThrow())
        .usingRecursiveComparison()
        .isEqualTo(address);
  }

  @Test
  void customers_that_cannot_be_asked_are_an_unavailable_port() {
    customers.goAway();

    assertThatThrownBy(() -> lookup.check(storefront, eligible()))
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
