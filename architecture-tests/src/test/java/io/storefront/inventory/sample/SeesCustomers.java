package io.storefront.inventory.sample;

import io.storefront.customers.Customer;

/** A domain that sees another one. */
public record SeesCustomers(Customer customer) {}
