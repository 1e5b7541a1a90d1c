package io.storefront.adapters.postgres;

import io.storefront.adapters.testkit.PostgresVersion;
import io.storefront.app.port.OrderJournal;
import io.storefront.app.testkit.OrderJournalContract;
import io.storefront.orders.port.Orders;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;

/** The journal keeps to its port's contract. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PostgresOrderJournalTest {
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

  abstract static class Contract implements OrderJournalContract {
    private final PostgresAdapters postgres;

    Contract(PostgresVersion version) {
      postgres = Shared.adapters(version);
    }

    @Override
    public OrderJournal journal() {
      return postgres.orderJournal();
    }

    @Override
    public Orders orders() {
      return postgres.orders();
    }
  }
}
