package io.storefront.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.app.testkit.ApiCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start loads what it needs, and nothing large that somebody's default would bring along. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LeanStartTest {
  @TempDir Path directory;

  @Test
  void neither_management_beans_nor_migrations_are_loaded_where_nobody_asks_for_them()
      throws IOException {
    TestDatabase database = TestDatabase.create();
    Path classes = directory.resolve("classes");
    Map<String, String> variables =
        Map.of(
            "DATABASE_URL", database.jdbcUrl(),
            "DATABASE_USER", database.user(),
            "DATABASE_PASSWORD", database.password(),
            "JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + classes);
    try (ServerProcess server = ServerProcess.start(variables);
        var client = server.client()) {
      assertThat(client.send(ApiCall.get("/health/ready")).status()).isEqualTo(200);

      List<String> loaded = Files.readAllLines(classes);
      assertThat(loaded).anyMatch(line -> line.contains(" " + HttpHost.class.getName() + " "));
      assertThat(loaded)
          .noneMatch(line -> line.contains(" javax.management."))
          .noneMatch(line -> line.contains(" org.flywaydb."));
    }
  }
}
