package io.storefront.adapters.postgres;

import io.storefront.orders.Contact;
import io.storefront.orders.CustomerId;
import io.storefront.orders.CustomerSnapshot;
import io.storefront.orders.Order;
import io.storefront.orders.Particulars;
import java.util.Map;
import java.util.Optional;

/** A row of order_contact. */
record ContactRow(
    String customerName,
    String customerEmail,
    Optional<AddressRow> customerAddress,
    Optional<AddressRow> shippingAddress,
    Optional<String> shippingMethod,
    Optional<String> contactName,
    Optional<String> contactEmail,
    Optional<String> contactPhone,
    Optional<String> note,
    Map<String, String> metadata) {

  static ContactRow of(Order order) {
    CustomerSnapshot customer = order.terms().customer();
    Particulars said = order.particulars();
    return new ContactRow(
        customer.name(),
        customer.email(),
        customer.defaultAddress().map(AddressRow::of),
        said.address().map(AddressRow::of),
        said.method(),
        said.contact().name(),
        said.contact().email(),
        said.contact().phone(),
        said.note(),
        said.metadata());
  }

  CustomerSnapshot toCustomer(CustomerId id) {
    return new CustomerSnapshot(
        id, customerName, customerEmail, customerAddress.map(AddressRow::toOrders));
  }

  Particulars toParticulars() {
    return new Particulars(
        shippingAddress.map(AddressRow::toOrders),
        shippingMethod,
        new Contact(contactName, contactEmail, contactPhone),
        note,
        metadata);
  }
}
