package io.storefront.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storefront.adapters.testkit.PostgresVersion;
import io.storefront.adapters.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A shop at work is told when its lines were placed, by the migrations after the first. */
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

  /** 1 if beside the primary key there is the index that is wanted, and no other. */
  private static final String INDEXES =
      """
      SELECT count(*) FILTER (WHERE is_wanted) + 10 * count(*) FILTER (WHERE NOT is_wanted)
      FROM pg_index i, LATERAL (
        SELECT i.indisvalid AND 'storefront sku placed_at order_id'
            = string_agg(a.attname, ' ' ORDER BY a.attnum) AS is_wanted
        FROM pg_attribute a WHERE a.attrelid = i.indexrelid) c
      WHERE i.indrelid = 'order_line'::regclass AND NOT i.indisprimary
      """;

  private static final String INDEX = "SELECT 'order_line_sku_placed'::regclass::oid";

  private static final String MAKE_INDEX =
      "CREATE INDEX CONCURRENTLY order_line_sku_placed"
          + " ON order_line (storefront, sku, placed_at, order_id)";

  /** As commits lock it: the order, then its lines. */
  private static final String LOCK_ONE =
      """
      SELECT FROM orders WHERE id = (SELECT id FROM orders ORDER BY id OFFSET 500 LIMIT 1)
      FOR NO KEY UPDATE
      """;

  private static final String UPDATE_ITS =
      """
      UPDATE order_line SET delivered = delivered
      WHERE number = %d AND order_id = (SELECT id FROM orders ORDER BY id OFFSET 500 LIMIT 1)
      """;

  private static final String WAITING =
      """
      SELECT count(*) FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'
      """;

  private static final String SLEEPING =
      """
      SELECT count(*) FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event = 'PgSleep'
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

    assertIsDone(database);
    database.execute(PLACE.formatted(3));
    assertIsDone(database);
    assertThat(database.number("SELECT count(*) FROM order_line")).isEqualTo(2 * (ORDERS + 6));
  }

  @ParameterizedTest
  @EnumSource
  void a_commit_under_way_is_waited_for_and_not_disturbed(PostgresVersion version)
      throws Exception {
    TestDatabase database = firstVersion(version);
    database.execute(PLACE.formatted(ORDERS));
    migrate(database, "2");
    try (ExecutorService migrating = Executors.newSingleThreadExecutor();
        Connection commit = database.dataSource().getConnection();
        Statement statement = commit.createStatement()) {
      commit.setAutoCommit(false);
      statement.execute("SET LOCAL lock_timeout = '500ms'");
      statement.execute(LOCK_ONE);
      statement.execute(UPDATE_ITS.formatted(2));
      Future<Integer> applied =
          migrating.submit(() -> PostgresAdapters.over(database.dataSource()).migrate());
      awaitOne(database, WAITING);
      statement.execute(UPDATE_ITS.formatted(1));
      // For longer than it waits at a time.
      Thread.sleep(1_500);
      assertThat(applied.isDone()).isFalse();
      commit.commit();

      assertThat(applied.get()).isEqualTo(3);
    }
    assertIsDone(database);
  }

  @ParameterizedTest
  @EnumSource
  void a_table_that_is_in_use_is_tried_again(PostgresVersion version) throws Exception {
    TestDatabase database = firstVersion(version);
    database.execute(PLACE.formatted(1));
    try (ExecutorService migrating = Executors.newSingleThreadExecutor();
        Connection reader = database.dataSource().getConnection();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("SELECT FROM order_line");
      Future<Integer> applied =
          migrating.submit(() -> PostgresAdapters.over(database.dataSource()).migrate());
      awaitOne(database, WAITING);
      // For longer than it waits at a time.
      Thread.sleep(2_000);
      reader.commit();

      assertThat(applied.get()).isEqualTo(4);
    }
    assertIsDone(database);
  }

  @ParameterizedTest
  @EnumSource
  void what_kept_it_from_ending_is_put_right_and_it_goes_on(PostgresVersion version) {
    TestDatabase database = firstVersion(version);
    database.execute(PLACE.formatted(ORDERS), "CREATE TABLE order_line_sku_given_up ()");
    PostgresAdapters adapters = PostgresAdapters.over(database.dataSource());
    assertThatThrownBy(adapters::migrate).hasMessageContaining("order_line_sku_given_up");
    assertThat(adapters.isMigrated()).isFalse();
    database.execute("DROP TABLE order_line_sku_given_up");

    assertThat(adapters.migrate()).isEqualTo(2);

    assertThat(adapters.isMigrated()).isTrue();
    assertIsDone(database);
  }

  @ParameterizedTest
  @EnumSource
  void an_index_that_was_given_up_is_made_anew_and_a_finished_one_stays(PostgresVersion version) {
    TestDatabase database = firstVersion(version);
    migrate(database, "3");
    database.execute(
        "CREATE INDEX order_line_sku_placed ON order_line (number)",
        "UPDATE pg_index SET indisvalid = false"
            + " WHERE indexrelid = 'order_line_sku_placed'::regclass");
    PostgresAdapters.over(database.dataSource()).migrate();
    assertIsDone(database);
    long index = database.number(INDEX);

    database.execute("DELETE FROM flyway_schema_history WHERE version IN ('3', '4', '5')");
    PostgresAdapters.over(database.dataSource()).migrate();

    assertIsDone(database);
    assertThat(database.number(INDEX)).isEqualTo(index);
  }

  @ParameterizedTest
  @EnumSource
  void an_index_that_somebody_is_still_making_is_waited_for_and_kept(PostgresVersion version)
      throws Exception {
    TestDatabase database = firstVersion(version);
    database.execute(PLACE.formatted(1));
    migrate(database, "3");
    try (ExecutorService others = Executors.newFixedThreadPool(2);
        Connection commit = database.dataSource().getConnection();
        Statement statement = commit.createStatement()) {
      commit.setAutoCommit(false);
      statement.execute("UPDATE order_line SET delivered = delivered");
      Future<?> making = others.submit(() -> database.execute(MAKE_INDEX));
      awaitOne(database, WAITING);
      long index = database.number(INDEX);
      Future<Integer> applied =
          others.submit(() -> PostgresAdapters.over(database.dataSource()).migrate());
      awaitOne(database, SLEEPING);
      // For longer than from one look to the next.
      Thread.sleep(1_500);
      assertThat(applied.isDone()).isFalse();
      assertThat(database.number(INDEX)).isEqualTo(index);
      commit.commit();

      making.get();
      assertThat(applied.get()).isEqualTo(2);
      assertThat(database.number(INDEX)).isEqualTo(index);
    }
    assertIsDone(database);
  }

  private static void awaitOne(TestDatabase database, String what) throws InterruptedException {
    long found = 0;
    for (int again = 0; again < 600 && found == 0; again++) {
      Thread.sleep(50);
      found = database.number(what);
    }
    assertThat(found).isEqualTo(1);
  }

  private static void assertIsDone(TestDatabase database) {
    assertThat(database.number(WRONG)).isZero();
    assertThat(database.number(INDEXES)).isEqualTo(1);
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
