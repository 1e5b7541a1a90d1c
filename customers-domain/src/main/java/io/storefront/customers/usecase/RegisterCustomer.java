package io.storefront.customers.usecase;

import io.storefront.customers.Address;
import io.storefront.customers.Customer;
import io.storefront.customers.Receipt;
import io.storefront.customers.StorefrontId;
import java.util.Optional;

/** Registers a new customer of a storefront: active, version 1. Safe for use by many threads. */
public interface RegisterCustomer {

  /**
   * Registers one customer.
   *
   * @throws io.storefront.customers.PortUnavailable if a port gave no answer; asking again may
   *     register a second customer unless the receipt's request is taken only once
   */
  Outcome register(Command command);

  /** An e-mail may be used by several customers. */
  record Command(
      StorefrontId storefront,
      String name,
      String email,
      Optional<Address> defaultAddress,
      Receipt<Outcome.Registered> receipt) {

    /**
     * Refuses what breaks a rule.
     *
     * @throws IllegalArgumentException naming the field and the rule that it breaks
     */
    public Command {
      Customer.requireName(name);
      Customer.requireEmail(email);
    }
  }

  /** What became of it. */
  sealed interface Outcome {

    /** The customer is stored. */
    record Registered(Customer customer) implements Outcome {}

    /** The request that the receipt stands for was done before; nothing changed. */
    record RequestTaken() implements Outcome {}
  }
}
