package io.storefront.adapters.postgres;

import io.storefront.adapters.testkit.PostgresVersion;
import io.storefront.app.port.OrderFeed;
import io.storefront.app.port.OrderJournal;
import io.storefront.app.port.Outbox;
import io.storefront.app.testkit.OrderFeedContract;
import io.storefront.orders.port.Orders;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;

/** The feed keeps to its port's contract. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PostgresOrderFeedTest {
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

  abstract static class Contract implements OrderFeedContract {
    private static final Map<PostgresVersion, Relaying> OPEN = new EnumMap<>(PostgresVersion.class);

    private final PostgresAdapters postgres;

    Contract(PostgresVersion version) {
      postgres = OPEN.computeIfAbsent(version, Relaying::start).postgres();
    }

    @Override
    public OrderFeed feed() {
      return postgres.orderFeed();
    }

    @Override
    public Orders orders() {
      return postgres.orders();
    }

    @Override
    public OrderJournal journal() {
      return postgres.orderJournal();
    }

    @Override
    public Outbox outbox() {
      return postgres.outbox();
    }
  }
}
