package io.storefront.orders.testkit;

import io.storefront.orders.CustomerId;
import io.storefront.orders.CustomerSnapshot;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.CustomerLookup;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Customers in memory. */
public final class InMemoryCustomerLookup implements CustomerLookup {
  private final Map<Key, CustomerSnapshot> eligible = new ConcurrentHashMap<>();
  private volatile boolean away;

  /** Lets a customer order in a storefront. */
  public CustomerId allow(StorefrontId storefront, String id) {
    CustomerId customer = new CustomerId(id);
    allow(
        storefront,
        new CustomerSnapshot(customer, "Ada Lovelace", "ada@example.com", Optional.empty()));
    return customer;
  }

  /** Lets this very customer order in a storefront. */
  public void allow(StorefrontId storefront, CustomerSnapshot customer) {
    eligible.put(new Key(storefront, customer.id()), customer);
  }

  /** From now on, nobody answers. */
  public void goAway() {
    away = true;
  }

  @Override
  public Eligibility check(StorefrontId storefront, CustomerId customer) {
    if (away) {
      throw new PortUnavailable("CustomerLookup", new IllegalStateException("gone away"));
    }
    return Optional.ofNullable(eligible.get(new Key(storefront, customer)))
        .<Eligibility>map(Eligible::new)
        .orElseGet(NotEligible::new);
  }

  private record Key(StorefrontId storefront, CustomerId customer) {}
}
