package io.storefront.adapters.postgres;

import io.storefront.adapters.testkit.PostgresVersion;
import io.storefront.app.port.Answers;
import io.storefront.app.testkit.AnswersContract;
import io.storefront.orders.port.Orders;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;

/** Answers keep to their port's contract. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PostgresAnswersTest {
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

  abstract static class Contract implements AnswersContract {
    private final PostgresAdapters postgres;

    Contract(PostgresVersion version) {
      postgres = Shared.adapters(version);
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
