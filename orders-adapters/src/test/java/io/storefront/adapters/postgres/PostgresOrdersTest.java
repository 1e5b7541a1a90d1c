package io.storefront.adapters.postgres;

import io.storefront.adapters.testkit.PostgresVersion;
import io.storefront.orders.Sku;
import io.storefront.orders.port.Orders;
import io.storefront.orders.testkit.OrdersContract;
import io.storefront.orders.testkit.StockCarryingOrdersContract;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;

/** Orders keep to their port's contracts, those of storage that carries stock as well. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PostgresOrdersTest {
  @Nested
  class On_the_oldest_version extends Contract {
    On_the_oldest_version() {
      super(PostgresVersion.OLDEST);
    }
  }

  @Nested
  class On_the_newest_version extends Contract {
    On_the_newest_version() {
      super(PostgresVersion.NEWEST);
    }
  }

  abstract static class Contract implements OrdersContract, StockCarryingOrdersContract {
    private final PostgresAdapters postgres;

    Contract(PostgresVersion version) {
      postgres = Shared.adapters(version);
    }

    @Override
    public Orders orders() {
      return postgres.orders();
    }

    @Override
    public void receive(Sku sku, int units) {
      Shelves.receive(postgres, sku, units);
    }

    @Override
    public long available(Sku sku) {
      return Shelves.available(postgres, sku);
    }
  }
}
