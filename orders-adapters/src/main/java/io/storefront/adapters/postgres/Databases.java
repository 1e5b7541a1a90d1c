package io.storefront.adapters.postgres;

import io.storefront.orders.PortUnavailable;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** One database, for the ports of each domain in its own words. Thread-safe. */
record Databases(Jdbi jdbi, Incidents incidents) {
  static Databases of(DataSource connections) {
    return new Databases(Database.jdbi(connections), new Incidents());
  }

  Database ofOrders(String port) {
    return Database.of(jdbi, incidents, cause -> new PortUnavailable(port, cause));
  }

  Database ofInventory(String port) {
    return Database.of(
        jdbi, incidents, cause -> new io.storefront.inventory.PortUnavailable(port, cause));
  }

  Database ofCustomers(String port) {
    return Database.of(
        jdbi, incidents, cause -> new io.storefront.customers.PortUnavailable(port, cause));
  }
}
