package io.storefront.customers.port;

import io.storefront.customers.Customer;
import io.storefront.customers.Enclosure;

/**
 * Everything that becomes durable together: the customer as it is to be, and what the caller wants
 * stored beside it. Version 1 is a new customer; any other version follows the one before it.
 */
public record Change(Customer next, Enclosure enclosure) {}
