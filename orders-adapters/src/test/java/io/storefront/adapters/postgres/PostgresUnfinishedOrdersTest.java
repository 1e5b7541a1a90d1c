package io.storefront.adapters.postgres;

import io.storefront.adapters.testkit.PostgresVersion;
import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.UnfinishedOrders;
import io.storefront.orders.testkit.UnfinishedOrdersContract;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;

/** Due work keeps to its port's contract, in real time. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PostgresUnfinishedOrdersTest {
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

  abstract static class Contract implements UnfinishedOrdersContract {
    private final PostgresVersion version;
    private final PostgresAdapters postgres;

    Contract(PostgresVersion version) {
      this.version = version;
      postgres = Shared.adapters(version);
    }

    @Override
    public Orders orders() {
      return postgres.orders();
    }

    @Override
    public UnfinishedOrders unfinished() {
      return postgres.unfinishedOrders();
    }

    @Override
    public UnfinishedOrders untouched() {
      return PostgresAdapters.over(TestDatabase.create(version).dataSource()).unfinishedOrders();
    }

    @Override
    public void passTime(Duration time) {
      try {
        Thread.sleep(time);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
