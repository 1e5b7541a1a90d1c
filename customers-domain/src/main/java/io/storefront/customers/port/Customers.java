package io.storefront.customers.port;

import io.storefront.customers.Customer;
import io.storefront.customers.CustomerId;
import io.storefront.customers.StorefrontId;
import java.util.Optional;

/**
 * Storage of customers. Safe for use by many threads. Throws {@link
 * io.storefront.customers.PortUnavailable} when it has no answer; the commit may then have happened
 * or not, and repeating the same change settles which.
 *
 * <p>Guarantees:
 *
 * <ul>
 *   <li>A committed customer is found as it was committed.
 *   <li>An unknown customer is absent.
 *   <li>Another storefront's customer is absent.
 *   <li>A change that follows the stored version is committed.
 *   <li>A change based on an old version is stale and changes nothing.
 *   <li>A change of a customer that was never registered is stale.
 *   <li>A change under another storefront is stale and changes nothing.
 *   <li>Registering an id that is taken is stale and changes nothing.
 *   <li>Repeating the same change answers committed again.
 *   <li>Repeating a change that was followed by another is stale.
 *   <li>A request that is taken changes nothing, and is told before staleness.
 *   <li>A stale change does not take its request.
 *   <li>Of changes racing from the same version exactly one is committed.
 *   <li>Of changes racing for the same request exactly one is committed.
 * </ul>
 */
public interface Customers {

  /** The customer of that storefront, or empty. */
  Optional<Customer> find(StorefrontId storefront, CustomerId id);

  /** Stores the whole change or nothing of it. */
  CommitAnswer commit(Change change);
}
