package io.storefront.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.adapters.testkit.WireProxy;
import io.storefront.app.testkit.ApiAnswer;
import io.storefront.app.testkit.ApiCall;
import io.storefront.app.testkit.SocketApiClient;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What whoever routes requests, and whoever starts processes anew, hear in bad times. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HealthTest {
  private final TestDatabase database = TestDatabase.create();

  @Test
  void without_its_database_or_its_migrations_it_lives_and_is_not_ready_and_does_not_say_why()
      throws InterruptedException {
    try (WireProxy network = database.network()) {
      Map<String, String> through = Map.of("DATABASE_URL", network.through(database.jdbcUrl()));
      RunningHost host = RunningHost.start(database, through);
      try (SocketApiClient client = new SocketApiClient(host.address())) {
        assertThat(ready(client).status()).isEqualTo(200);
        database.execute("UPDATE flyway_schema_history SET version = '0.' || version");
        assertThat(ready(client).status()).isEqualTo(503);
        assertThat(ready(client).text())
            .doesNotContainIgnoringCase("migration", "schema", "postgres");
        database.execute("UPDATE flyway_schema_history SET version = substr(version, 3)");
        assertThat(ready(client).status()).isEqualTo(200);

        network.limit(0);
        assertThat(ready(client).status()).isEqualTo(503);
        long begin = System.nanoTime();
        assertThat(client.send(ApiCall.get("/health/live")).status()).isEqualTo(200);
        // A database would be waited for as long as any request may take.
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(RunningHost.BUDGET);
        network.heal();
      } finally {
        host.close();
      }
    }
  }

  private static ApiAnswer ready(SocketApiClient client) {
    return client.send(ApiCall.get("/health/ready"));
  }
}
