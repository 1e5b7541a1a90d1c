/** A program of somebody else's. */
module shop {
  requires io.storefront.customers;
  requires io.storefront.customers.testkit;
  requires io.storefront.inventory;
  requires io.storefront.inventory.testkit;
  requires io.storefront.orders;
  requires io.storefront.orders.testkit;
}
