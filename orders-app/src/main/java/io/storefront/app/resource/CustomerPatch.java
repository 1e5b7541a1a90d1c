package io.storefront.app.resource;

import io.storefront.app.json.Findings;
import io.storefront.app.json.JsonObject;
import io.storefront.app.json.JsonValue;
import io.storefront.customers.AddressChange;
import io.storefront.customers.Customer;
import io.storefront.customers.CustomerChanges;
import io.storefront.customers.CustomerStatus;
import io.storefront.orders.Address;
import io.storefront.orders.Texts;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A merge patch of a customer.
 *
 * @param address empty where it stays as it is
 */
record CustomerPatch(
    Optional<String> name,
    Optional<String> email,
    Optional<CustomerStatus> status,
    Optional<AddressPatch> address) {
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

  static CustomerPatch read(JsonObject patch) {
    return new CustomerPatch(
        patch.nullable("name").map(value -> value.text(Customer.MAX_NAME)),
        patch.nullable("email").map(CustomerPatch::email),
        patch.nullable("status").map(CustomerPatch::status),
        patch.nullable("defaultAddress").map(AddressPatch::read));
  }

  static String email(JsonValue value) {
    return value.text(
        text ->
            Texts.isClean(text, Customer.MAX_EMAIL)
                && !text.isBlank()
                && EMAIL.matcher(text).matches(),
        "must be an e-mail address of at most " + Customer.MAX_EMAIL + " characters",
        text -> text,
        "nobody@localhost");
  }

  /** Notes what would be missing in the address that the patch makes. */
  void requireWholeAddress(Customer customer, Findings findings) {
    address.ifPresent(patch -> patch.requireWhole(known(customer), "/defaultAddress", findings));
  }

  /** What to change; only to be called once nothing is wrong with the patch. */
  CustomerChanges changes(Customer customer) {
    return new CustomerChanges(
        name,
        email,
        address
            .map(patch -> changed(patch.applied(known(customer))))
            .orElseGet(AddressChange.Keep::new),
        status);
  }

  private static Optional<Address> known(Customer customer) {
    return customer.defaultAddress().map(Addresses::ofOrder);
  }

  private static AddressChange changed(Optional<Address> next) {
    return next.map(Addresses::ofCustomer)
        .<AddressChange>map(AddressChange.Set::new)
        .orElseGet(AddressChange.Remove::new);
  }

  private static CustomerStatus status(JsonValue value) {
    return value.text(
        text -> Arrays.stream(CustomerStatus.values()).anyMatch(each -> each.name().equals(text)),
        "must be ACTIVE or BLOCKED",
        CustomerStatus::valueOf,
        CustomerStatus.ACTIVE);
  }
}
