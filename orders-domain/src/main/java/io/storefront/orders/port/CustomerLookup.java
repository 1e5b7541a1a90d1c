package io.storefront.orders.port;

import io.storefront.orders.CustomerId;
import io.storefront.orders.CustomerSnapshot;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.StorefrontId;

/**
 * Who may order. Implementations are thread-safe, answer within 1 s, and throw {@link
 * PortUnavailable} when they cannot.
 *
 * <ul>
 *   <li>An eligible customer comes with a snapshot.
 *   <li>Unknown, blocked and foreign customers look the same.
 *   <li>A missing answer is never taken for a no.
 * </ul>
 */
public interface CustomerLookup {
  /** Whether the customer may order in the storefront. */
  Eligibility check(StorefrontId storefront, CustomerId customer);

  /** Yes or no. */
  sealed interface Eligibility {}

  /** Yes, and who it is. */
  record Eligible(CustomerSnapshot customer) implements Eligibility {}

  /** No; why is nobody's business. */
  record NotEligible() implements Eligibility {}
}
