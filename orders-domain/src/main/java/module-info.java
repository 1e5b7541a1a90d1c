/** Orders: the rules, the use cases, and the ports that an application implements. */
module io.storefront.orders {
  requires transitive org.joda.money;
  requires transitive org.jspecify;
  requires transitive jakarta.inject;

  exports io.storefront.orders;
  exports io.storefront.orders.usecase;
  exports io.storefront.orders.port;
}
