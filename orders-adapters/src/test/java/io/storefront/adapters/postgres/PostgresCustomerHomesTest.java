package io.storefront.adapters.postgres;

import io.storefront.adapters.testkit.PostgresVersion;
import io.storefront.app.port.CustomerHomes;
import io.storefront.app.testkit.CustomerHomesContract;
import io.storefront.customers.port.Customers;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;

/** Customers' homes keep to their port's contract. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PostgresCustomerHomesTest {
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

  abstract static class Contract implements CustomerHomesContract {
    private final PostgresAdapters postgres;

    Contract(PostgresVersion version) {
      postgres = Shared.adapters(version);
    }

    @Override
    public CustomerHomes homes() {
      return postgres.customerHomes();
    }

    @Override
    public Customers customers() {
      return postgres.customers();
    }
  }
}
