package io.storefront.adapters.postgres;

import io.storefront.adapters.testkit.PostgresVersion;
import io.storefront.app.port.Answers;
import io.storefront.app.port.ExpiredAnswers;
import io.storefront.app.testkit.ExpiredAnswersContract;
import io.storefront.orders.port.Orders;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;

/** Forgetting answers keeps to its port's contract. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PostgresExpiredAnswersTest {
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

  abstract static class Contract implements ExpiredAnswersContract {
    private static final Map<PostgresVersion, Relaying> OPEN = new EnumMap<>(PostgresVersion.class);

    private final PostgresAdapters postgres;

    Contract(PostgresVersion version) {
      postgres = OPEN.computeIfAbsent(version, Relaying::start).postgres();
    }

    @Override
    public ExpiredAnswers expired() {
      return postgres.expiredAnswers();
    }

    @Override
    public Answers answers() {
      return postgres.answers();
    }

    @Override
    public Orders orders() {
      return postgres.orders();
    }

    @Override
    public Orders forgetfulOrders() {
      return PostgresAdapters.over(postgres.dataSource(), Duration.ZERO, true).orders();
    }
  }
}
