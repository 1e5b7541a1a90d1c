/** Orders: the rules, the use cases, and the ports that an application implements. */
module io.storefront.orders {
  requires static transitive jakarta.inject;
  requires static transitive org.jspecify;
  requires transitive org.joda.money;

  exports io.storefront.orders;
  exports io.storefront.orders.act;
  exports io.storefront.orders.usecase;
  exports io.storefront.orders.port;
}
