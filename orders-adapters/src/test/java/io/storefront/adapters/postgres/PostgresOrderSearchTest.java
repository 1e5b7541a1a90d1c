package io.storefront.adapters.postgres;

import io.storefront.adapters.testkit.PostgresVersion;
import io.storefront.app.port.OrderSearch;
import io.storefront.app.testkit.OrderSearchContract;
import io.storefront.orders.port.Orders;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;

/** Searching keeps to its port's contract. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PostgresOrderSearchTest {
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

  abstract static class Contract implements OrderSearchContract {
    private final PostgresAdapters postgres;

    Contract(PostgresVersion version) {
      postgres = Shared.adapters(version);
    }

    @Override
    public OrderSearch search() {
      return postgres.orderSearch();
    }

    @Override
    public Orders orders() {
      return postgres.orders();
    }
  }
}
