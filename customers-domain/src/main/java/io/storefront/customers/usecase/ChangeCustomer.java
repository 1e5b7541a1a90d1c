package io.storefront.customers.usecase;

import io.storefront.customers.Customer;
import io.storefront.customers.CustomerChanges;
import io.storefront.customers.CustomerId;
import io.storefront.customers.Receipt;
import io.storefront.customers.StorefrontId;

/**
 * Changes a customer's data, blocks one, or makes one active again. Safe for use by many threads.
 */
public interface ChangeCustomer {

  /**
   * Changes all that the command names, or nothing.
   *
   * @throws io.storefront.customers.PortUnavailable if a port gave no answer; asking again is safe
   */
  Outcome change(Command command);

  /** The version is the one that the caller has seen. */
  record Command(
      StorefrontId storefront,
      CustomerId id,
      long expectedVersion,
      CustomerChanges changes,
      Receipt<Outcome.Changed> receipt) {}

  /** What became of it. */
  sealed interface Outcome {

    /** The customer as stored; of the same version, with nothing written, if nothing changed. */
    record Changed(Customer customer) implements Outcome {}

    /** No such customer, or one of another storefront. */
    record NotFound() implements Outcome {}

    /** Somebody else changed the customer first; nothing changed. */
    record Stale(long currentVersion) implements Outcome {}

    /** The request that the receipt stands for was done before; nothing changed. */
    record RequestTaken() implements Outcome {}
  }
}
