package io.storefront.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storefront.adapters.testkit.PostgresVersion;
import io.storefront.adapters.testkit.TestDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A shop at work is told when its lines were placed, by the second and third migration. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LinesPlacedTest {
  private static final int ORDERS = 2_500;

  /** As versions before wrote it: in one statement, without the time of lines. */
  private static final String PLACE =
      """
      WITH stored AS (
        INSERT INTO orders
          (id, storefront, status, version, change_id, last_event, content_hash, customer_id,
           currency, lines_minor, discount_minor, shipping_minor, tax_included_minor,
           tax_added_minor, total_minor, line_count, record_count, payment_status,
           fulfillment_status, return_status, stock_state, stock_revision, deadline_at, placed_at,
           updated_at)
        SELECT gen_random_uuid(), 'aurora', 'PENDING', 1, gen_random_uuid(), 1, '', 'cus_1', 'EUR',
               2, 0, 0, 0, 0, 2, 2, 0, 'NONE', 'UNFULFILLED', 'NONE', 'HELD', 1, now(),
               now() - n * interval '1 second', now()
        FROM generate_series(1, %d) n
        RETURNING id, storefront
      )
      INSERT INTO order_line
        (order_id, storefront, number, sku, name, unit_price_minor, quantity, allocated, shipped,
         delivered, cancelled, returned, discounts, taxes)
      SELECT id, storefront, number, 'TEA', 'Tea', 1, 1, 1, 0, 0, 0, 0, '[]', '[]'
      FROM stored, generate_series(1, 2) number
      """;

  private static final String WRONG =
      """
      SELECT count(*) FROM order_line l JOIN orders o ON o.id = l.order_id
      WHERE l.placed_at IS DISTINCT FROM o.placed_at
      """;

  @ParameterizedTest
  @EnumSource
  void lines_from_before_and_from_meanwhile_have_the_time_of_their_order(PostgresVersion version) {
    TestDatabase database = firstVersion(version);
    database.execute(PLACE.formatted(ORDERS));
    migrate(database, "2");
    assertThat(database.number(WRONG)).isEqualTo(2 * ORDERS);
    database.execute(PLACE.formatted(3));
    assertThat(database.number(WRONG)).isEqualTo(2 * ORDERS);

    PostgresAdapters.over(database.dataSource()).migrate();

    assertThat(database.number(WRONG)).isZero();
    database.execute(PLACE.formatted(3));
    assertThat(database.number(WRONG)).isZero();
    assertThat(database.number("SELECT count(*) FROM order_line")).isEqualTo(2 * (ORDERS + 6));
  }

  @ParameterizedTest
  @EnumSource
  void what_kept_it_from_ending_is_put_right_and_it_goes_on(PostgresVersion version) {
    TestDatabase database = firstVersion(version);
    database.execute(PLACE.formatted(ORDERS), "CREATE TABLE order_line_sku_placed ()");
    PostgresAdapters adapters = PostgresAdapters.over(database.dataSource());
    assertThatThrownBy(adapters::migrate).hasMessageContaining("order_line_sku_placed");
    assertThat(adapters.isMigrated()).isFalse();
    database.execute("DROP TABLE order_line_sku_placed");

    assertThat(adapters.migrate()).isEqualTo(1);

    assertThat(adapters.isMigrated()).isTrue();
    assertThat(database.number(WRONG)).isZero();
  }

  private static TestDatabase firstVersion(PostgresVersion version) {
    TestDatabase database = TestDatabase.createEmpty(version);
    migrate(database, "1");
    return database;
  }

  private static void migrate(TestDatabase database, String version) {
    Flyway.configure()
        .dataSource(database.dataSource())
        .target(MigrationVersion.fromVersion(version))
        .load()
        .migrate();
  }
}
