/** Products, their stock and claims on it; pure, to be embedded in any program. */
module io.storefront.inventory {
  requires static transitive jakarta.inject;
  requires static transitive org.jspecify;
  requires transitive org.joda.money;

  exports io.storefront.inventory;
  exports io.storefront.inventory.port;
  exports io.storefront.inventory.usecase;
}
