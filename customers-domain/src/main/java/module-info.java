/** Customers, their addresses and whether they may order; pure, to be embedded in any program. */
module io.storefront.customers {
  requires static transitive jakarta.inject;
  requires static transitive org.jspecify;

  exports io.storefront.customers;
  exports io.storefront.customers.port;
  exports io.storefront.customers.usecase;
}
