package io.storefront.adapters.postgres;

import io.storefront.app.port.CustomerHomes;
import io.storefront.customers.CustomerId;
import io.storefront.customers.StorefrontId;
import java.util.Optional;

/** One look at the primary key. */
final class PostgresCustomerHomes implements CustomerHomes {
  private static final String FIND = "SELECT storefront FROM customer WHERE id = :id";

  private final Database database;

  PostgresCustomerHomes(Database database) {
    this.database = database;
  }

  @Override
  public Optional<StorefrontId> storefrontOf(CustomerId customer) {
    return database.read(
        handle ->
            handle
                .createQuery(FIND)
                .bind("id", customer.value())
                .map((row, context) -> new StorefrontId(Columns.text(row, "storefront")))
                .findOne());
  }
}
