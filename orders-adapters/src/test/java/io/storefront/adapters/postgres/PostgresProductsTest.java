package io.storefront.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.PostgresVersion;
import io.storefront.inventory.Sku;
import io.storefront.inventory.port.Products;
import io.storefront.inventory.testkit.ProductsContract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Products keep to their port's contract. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PostgresProductsTest {
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

  abstract static class Contract implements ProductsContract {
    private static final String KEPT =
        """
        SELECT sum(generic_plans) FROM pg_prepared_statements
        WHERE statement LIKE '%FROM product p%ANY%'\
        """;

    private final PostgresVersion version;
    private final PostgresAdapters postgres;

    Contract(PostgresVersion version) {
      this.version = version;
      postgres = Shared.adapters(version);
    }

    @Test
    void a_look_at_products_keeps_its_plan() throws SQLException {
      PostgresSettings settings = Shared.database(version).settings().withMaxPoolSize(1);
      try (PostgresAdapters alone = PostgresAdapters.open(settings)) {
        for (int n = 0; n < 30; n++) {
          alone.products().findAll(List.of(new Sku("A"), new Sku("B"), new Sku("C-" + n)));
        }
        try (Connection connection = alone.dataSource().getConnection();
            Statement statement = connection.createStatement();
            ResultSet kept = statement.executeQuery(KEPT)) {
          assertThat(kept.next()).isTrue();
          assertThat(kept.getInt(1)).isGreaterThan(10);
        }
      }
    }

    @Override
    public Products products() {
      return postgres.products();
    }
  }
}
