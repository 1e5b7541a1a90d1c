package io.storefront.customers;

import java.util.Optional;

/** What a storefront wants changed on a customer; what is empty stays as it is. */
public record CustomerChanges(
    Optional<String> name,
    Optional<String> email,
    AddressChange address,
    Optional<CustomerStatus> status) {

  /** Changes nothing; the start of every set of changes. */
  public static final CustomerChanges NONE =
      new CustomerChanges(
          Optional.empty(), Optional.empty(), new AddressChange.Keep(), Optional.empty());

  /**
   * Refuses what breaks a rule.
   *
   * @throws IllegalArgumentException naming the field and the rule that it breaks
   */
  public CustomerChanges {
    name.ifPresent(Customer::requireName);
    email.ifPresent(Customer::requireEmail);
  }

  public CustomerChanges withName(String name) {
    return new CustomerChanges(Optional.of(name), email, address, status);
  }

  public CustomerChanges withEmail(String email) {
    return new CustomerChanges(name, Optional.of(email), address, status);
  }

  public CustomerChanges withAddress(AddressChange address) {
    return new CustomerChanges(name, email, address, status);
  }

  public CustomerChanges withStatus(CustomerStatus status) {
    return new CustomerChanges(name, email, address, Optional.of(status));
  }
}
