package io.storefront.adapters.postgres;

import io.storefront.adapters.testkit.PostgresVersion;
import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.app.port.OrderFeed;
import io.storefront.app.port.Outbox;
import io.storefront.app.testkit.OutboxContract;
import io.storefront.orders.OrderId;
import io.storefront.orders.port.Orders;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;

/** The outbox keeps to its port's contract. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PostgresOutboxTest {
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

  abstract static class Contract implements OutboxContract {
    private static final Map<PostgresVersion, Relaying> OPEN = new EnumMap<>(PostgresVersion.class);

    private final TestDatabase database;
    private final PostgresAdapters postgres;

    Contract(PostgresVersion version) {
      Relaying own = OPEN.computeIfAbsent(version, Relaying::start);
      database = own.database();
      postgres = own.postgres();
    }

    @Override
    public Outbox outbox() {
      return postgres.outbox();
    }

    @Override
    public Orders orders() {
      return postgres.orders();
    }

    @Override
    public OrderFeed feed() {
      return postgres.orderFeed();
    }

    @Override
    public void forget(OrderId order) {
      database.execute(
          "DELETE FROM outbox_head WHERE order_id = '%s'".formatted(OrderKeys.uuid(order)));
    }
  }
}
