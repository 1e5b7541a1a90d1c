package io.storefront.app.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storefront.adapters.testkit.PostgresVersion;
import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.wiring.ApplicationUnavailable;
import io.storefront.wiring.ConfigRefused;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MigrateHandlerTest {
  @Test
  void an_event_brings_the_database_up_to_date_and_the_next_one_finds_it_so() {
    TestDatabase database = TestDatabase.createEmpty(PostgresVersion.NEWEST);
    MigrateHandler handler = new MigrateHandler(Environment.on(database));

    assertThat(handle(handler)).matches("\\{\"done\":\"migrations applied: \\d+; .* current\"}");
    assertThat(handle(handler))
        .isEqualTo("{\"done\":\"nothing to migrate: the schema is current\"}");
    assertThat(database.number("SELECT count(*) FROM orders")).isZero();
  }

  @Test
  void a_database_that_cannot_be_used_is_an_error_of_the_function() {
    MigrateHandler handler =
        new MigrateHandler(Environment.on("jdbc:postgresql://127.0.0.1:1/x", "nobody"));

    assertThatThrownBy(() -> handle(handler))
        .isInstanceOf(ApplicationUnavailable.class)
        .hasMessageStartingWith("the database cannot be used: ");
  }

  @Test
  void without_a_database_it_does_not_start() {
    assertThatThrownBy(() -> new MigrateHandler(Map.of()))
        .isInstanceOf(ConfigRefused.class)
        .hasMessageContaining("DATABASE_URL");
  }

  private static String handle(MigrateHandler handler) {
    return new String(EventClient.handle(handler, "{}"), UTF_8);
  }
}
