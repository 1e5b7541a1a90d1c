package io.storefront.app.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storefront.adapters.embedded.EmbeddedDatabase;
import io.storefront.adapters.testkit.PostgresVersion;
import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.app.testkit.ApiAnswer;
import io.storefront.wiring.ConfigRefused;
import io.storefront.wiring.OrdersApplication;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an instance is while it starts, before a snapshot of it is taken, and afterwards. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InstanceTest {
  private static final String OURS =
      """
      SELECT count(*) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'oms'
      """;

  @Test
  void variables_that_cannot_be_used_end_the_start() {
    assertThatThrownBy(() -> Instance.start(Map::of))
        .isInstanceOf(ConfigRefused.class)
        .hasMessageContaining("DATABASE_URL");
    assertThatThrownBy(
            () ->
                Instance.start(
                    () -> Map.of("DATABASE_URL", "jdbc:postgresql://x/y", "TIME_BUDGET", "soon")))
        .isInstanceOf(ConfigRefused.class)
        .hasMessageContaining("TIME_BUDGET");
  }

  @Test
  void prometheus_is_refused_and_not_among_the_libraries() {
    Map<String, String> variables =
        Map.of("DATABASE_URL", "jdbc:postgresql://x/y", "METRICS_PORT", "9464");
    assertThatThrownBy(() -> Instance.start(() -> variables))
        .isInstanceOf(ConfigRefused.class)
        .hasMessageContaining("METRICS_PORT");
  }

  @Test
  void a_database_that_is_away_is_told_by_each_answer_until_it_is_back()
      throws InterruptedException {
    TestDatabase database = TestDatabase.create();
    Map<String, String> environment = Environment.on(database);
    Demo.load(environment);
    String name = database.jdbcUrl().replaceAll(".*/|\\?.*", "");
    TestDatabase beside = TestDatabase.create();
    beside.execute("ALTER DATABASE " + name + " RENAME TO " + name + "_away");
    Instance instance = Instance.start(() -> environment);
    EventClient client = new EventClient(new ApiHandler(instance));

    ApiAnswer away = client.send(Demo.order("tok_approve"));
    assertThat(client.send(Demo.get("/health/live")).status()).isEqualTo(200);
    beside.execute("ALTER DATABASE " + name + "_away RENAME TO " + name);
    ApiAnswer back = client.send(Demo.order("tok_approve"));
    for (int again = 0; again < 60 && back.status() == 503; again++) {
      // Between two tries to connect, the pool pauses for some seconds.
      Thread.sleep(500);
      back = client.send(Demo.order("tok_approve"));
    }

    assertThat(away.status()).as("%s", away).isEqualTo(503);
    assertThat(away.header("Retry-After")).isPresent();
    assertThat(away.string("type")).endsWith("/temporary-reduced-capacity");
    assertThat(back.status()).as("%s", back).isEqualTo(201);
    instance.application().close();
  }

  @Test
  void without_this_versions_migrations_it_lives_and_is_not_ready() {
    Map<String, String> environment =
        Environment.on(TestDatabase.createEmpty(PostgresVersion.NEWEST));
    Instance instance = Instance.start(() -> environment);
    EventClient client = new EventClient(new ApiHandler(instance));

    assertThat(client.send(Demo.get("/health/live")).status()).isEqualTo(200);
    assertThat(client.send(Demo.get("/health/ready")).status()).isEqualTo(503);
    EventClient.handle(new MigrateHandler(environment), "{}");
    assertThat(client.send(Demo.get("/health/ready")).status()).isEqualTo(200);
    instance.application().close();
  }

  @Test
  void a_snapshot_holds_no_connection() throws InterruptedException {
    TestDatabase database = TestDatabase.create();
    Map<String, String> environment = Environment.on(database);
    Demo.load(environment);
    Instance instance = Instance.start(() -> environment);
    EventClient client = new EventClient(new ApiHandler(instance));
    assertThat(database.number(OURS)).isEqualTo(1);

    instance.beforeCheckpoint(null);
    awaitNone(database);
    instance.afterRestore(null);

    assertThat(client.send(Demo.order("tok_approve")).status()).isEqualTo(201);
    assertThat(database.number(OURS)).isEqualTo(1);
    instance.application().close();
  }

  @Test
  void after_a_snapshot_the_database_may_be_elsewhere_and_let_somebody_else_in(@TempDir Path data)
      throws SQLException {
    AtomicReference<Map<String, String>> environment = new AtomicReference<>();
    Instance instance;
    EventClient client;
    OrdersApplication before;
    try (EmbeddedDatabase database = EmbeddedDatabase.open(data, false)) {
      environment.set(Environment.on(database.jdbcUrl(), database.user()));
      Demo.load(environment.get());
      instance = Instance.start(environment::get);
      client = new EventClient(new ApiHandler(instance));
      assertThat(client.send(Demo.order("tok_approve")).status()).isEqualTo(201);
      before = instance.application();
      instance.beforeCheckpoint(null);
    }
    try (EmbeddedDatabase database = EmbeddedDatabase.open(data, false)) {
      execute(database, "CREATE ROLE successor SUPERUSER LOGIN");
      environment.set(Environment.on(database.jdbcUrl(), "successor"));
      instance.afterRestore(null);

      assertThat(instance.application()).isNotSameAs(before);
      assertThat(client.send(Demo.order("tok_approve")).status()).isEqualTo(201);
      instance.application().close();
    }
  }

  static void awaitNone(TestDatabase database) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (database.number(OURS) > 0 && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertThat(database.number(OURS)).isZero();
  }

  private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
      connection.createStatement().execute(sql);
    }
  }
}
