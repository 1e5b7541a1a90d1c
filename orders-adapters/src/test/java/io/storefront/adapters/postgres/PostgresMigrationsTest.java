package io.storefront.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.PostgresVersion;
import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.orders.testkit.Racing;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PostgresMigrationsTest {

  @Test
  void the_newest_version_is_the_newest_file() throws IOException, URISyntaxException {
    Path folder = Path.of(getClass().getResource("/db/migration").toURI());
    try (Stream<Path> files = Files.list(folder)) {
      int newest =
          files
              .map(file -> file.getFileName().toString())
              .map(name -> name.substring(1, name.indexOf("__")))
              .mapToInt(Integer::parseInt)
              .max()
              .orElseThrow();
      assertThat(PostgresMigrations.NEWEST).isEqualTo(String.valueOf(newest));
    }
  }

  @ParameterizedTest
  @EnumSource(PostgresVersion.class)
  void instances_that_start_at_once_all_find_the_schema(PostgresVersion version) {
    TestDatabase database = TestDatabase.createEmpty(version);
    try (PostgresAdapters before = database.open()) {
      assertThat(before.readiness().isReady()).isFalse();

      List<Boolean> ready =
          Racing.all(
              4,
              racer -> {
                try (PostgresAdapters instance = database.open()) {
                  instance.migrate();
                  return instance.readiness().isReady();
                }
              });

      assertThat(ready).containsOnly(true);
      assertThat(before.readiness().isReady()).isTrue();
    }
    assertThat(database.number("SELECT count(*) FROM flyway_schema_history WHERE success"))
        .isEqualTo(Integer.parseInt(PostgresMigrations.NEWEST));
  }

  @Test
  void a_schema_that_is_there_costs_one_look() {
    TestDatabase database = TestDatabase.create();
    PostgresMigrations.migrate(database.dataSource(), new Untouchable());
  }

  /** Stands for the connection that Flyway would use. */
  private static final class Untouchable extends org.postgresql.ds.PGSimpleDataSource {
    private static final long serialVersionUID = 1L;

    @Override
    public java.sql.Connection getConnection() {
      throw new AssertionError("nothing was to be migrated");
    }

    @Override
    public void setLogWriter(PrintWriter ignored) {
      throw new AssertionError("nothing was to be migrated");
    }
  }
}
