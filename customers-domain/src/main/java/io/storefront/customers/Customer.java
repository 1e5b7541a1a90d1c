package io.storefront.customers;

import io.storefront.customers.internal.Text;
import java.time.Instant;
import java.util.Optional;

/**
 * A customer is registered by one storefront and belongs to it for good. The storefront may change
 * the name, the e-mail and the default address, and may block the customer, who then places no
 * orders until made active again. Each change that changes something raises the version by one; the
 * first version is 1.
 *
 * <p>Name and e-mail hold something else than blanks, no control characters and no non-characters;
 * lengths are counted in code points. An e-mail is not unique.
 */
public record Customer(
    CustomerId id,
    StorefrontId storefront,
    String name,
    String email,
    Optional<Address> defaultAddress,
    CustomerStatus status,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  public static final int MAX_NAME = 200;
  public static final int MAX_EMAIL = 254;

  /**
   * Refuses what breaks a rule.
   *
   * @throws IllegalArgumentException naming the field and the rule that it breaks
   */
  public Customer {
    requireName(name);
    requireEmail(email);
    if (version < 1) {
      throw new IllegalArgumentException("version must be at least 1");
    }
  }

  /** A new customer: active, version 1. */
  public static Customer register(
      CustomerId id,
      StorefrontId storefront,
      String name,
      String email,
      Optional<Address> defaultAddress,
      Instant now) {
    return new Customer(
        id, storefront, name, email, defaultAddress, CustomerStatus.ACTIVE, 1, now, now);
  }

  /** The customer after the changes: the same version if they change nothing, else the next one. */
  public Customer changed(CustomerChanges changes, Instant now) {
    Customer same = with(changes, version, updatedAt);
    return same.equals(this) ? this : with(changes, version + 1, laterOf(updatedAt, now));
  }

  /** A blocked customer places no orders. */
  public boolean mayOrder() {
    return status == CustomerStatus.ACTIVE;
  }

  /**
   * Refuses what cannot be a customer's name.
   *
   * @throws IllegalArgumentException if this cannot be a customer's name
   */
  public static void requireName(String name) {
    Text.require("name", name, MAX_NAME);
  }

  /**
   * Refuses what cannot be a customer's e-mail.
   *
   * @throws IllegalArgumentException if this cannot be a customer's e-mail
   */
  public static void requireEmail(String email) {
    Text.requireEmail("email", email, MAX_EMAIL);
  }

  private Customer with(CustomerChanges changes, long version, Instant updatedAt) {
    return new Customer(
        id,
        storefront,
        changes.name().orElse(name),
        changes.email().orElse(email),
        changes.address().appliedTo(defaultAddress),
        changes.status().orElse(status),
        version,
        createdAt,
        updatedAt);
  }

  /** Clocks of several nodes differ; a customer's time does not run backwards for that. */
  private static Instant laterOf(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
