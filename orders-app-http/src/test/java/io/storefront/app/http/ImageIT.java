package io.storefront.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.PostgresVersion;
import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.app.testkit.ApiAnswer;
import io.storefront.app.testkit.ApiCall;
import io.storefront.app.testkit.SocketApiClient;
import io.storefront.wiring.Variable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The image's layout, and its class path and flags run as a container would run them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the image is for Linux")
class ImageIT {
  private static final Duration SOON = Duration.ofSeconds(10);

  private static final Path ARCHIVE = Path.of("target/layout/image.tar");

  @TempDir static Path directory;
  private static Image image;

  /** A folder that nothing should be written to. */
  @TempDir Path untouched;

  @BeforeAll
  static void take_it_apart() throws Exception {
    image = Image.unpack(ARCHIVE, directory);
  }

  @Test
  void it_is_one_java_process_without_a_shell_around_it() {
    assertThat(image.entrypoint())
        .startsWith("java")
        .contains("-XX:+ExitOnOutOfMemoryError")
        .anyMatch(flag -> flag.startsWith("-XX:MaxRAMPercentage="))
        .endsWith(Main.class.getName());
    assertThat(image.config().has("Cmd")).isFalse();
  }

  @Test
  void it_is_not_root_tells_its_port_and_version_and_logs_json() {
    assertThat(image.config().get("User").asString()).matches("[1-9]\\d*:[1-9]\\d*");
    assertThat(image.config().get("ExposedPorts").propertyNames())
        .containsExactly(Variable.PORT.standard() + "/tcp");
    assertThat(image.config().get("Labels").propertyNames())
        .contains("org.opencontainers.image.title", "org.opencontainers.image.version");
    assertThat(image.environment()).containsExactly(Map.entry("LOG_FORMAT", "json"));
  }

  @Test
  void its_class_path_is_whole_names_each_file_and_brings_no_database() throws Exception {
    List<String> libraries =
        image.classPath().stream().filter(entry -> !entry.equals("/app/classpath/*")).toList();

    assertThat(libraries).allSatisfy(entry -> assertThat(image.at(entry)).isRegularFile());
    assertThat(files("/app/libs/")).containsExactlyInAnyOrderElementsOf(libraries);
    assertThat(files("/app/classpath/")).containsExactly("/app/classpath/orders-app-http.jar");
    assertThat(libraries)
        .anyMatch(entry -> entry.contains("/postgresql-"))
        .noneMatch(entry -> entry.matches(".*(embedded|binaries|commons-compress|junit).*"));
  }

  @Test
  void what_changes_seldom_lies_below_what_changes_often() {
    assertThat(image.layers().getFirst())
        .anyMatch(name -> name.contains("jetty-server"))
        .noneMatch(name -> name.matches(".*(orders|inventory|customers)-.*"));
  }

  @Test
  void without_a_database_it_says_that_it_needs_one_and_writes_nothing() throws Exception {
    try (ServerProcess process = run(Map.of())) {
      assertThat(process.exitCode()).isEqualTo(1);
      assertThat(process.lines())
          .containsExactly("DATABASE_URL is needed: this build brings no database along");
    }
    assertThat(untouched).isEmptyDirectory();
  }

  @Test
  void it_migrates_serves_an_order_and_finishes_the_next_one_when_told_to_end() throws Exception {
    TestDatabase database = TestDatabase.createEmpty(PostgresVersion.NEWEST);
    Map<String, String> variables = variables(database);
    try (ServerProcess migrating = run(variables, "migrate")) {
      assertThat(migrating.exitCode()).isZero();
    }
    variables.put("MIGRATE_AT_START", "false");
    try (ServerProcess server = run(variables);
        SocketApiClient client = server.client()) {
      assertThat(client.send(ApiCall.get("/health/ready")).status()).isEqualTo(200);
      assertThat(client.send(DemoOrder.paidWith("tok_approve", "one")).status()).isEqualTo(201);
      CompletableFuture<ApiAnswer> slow =
          CompletableFuture.supplyAsync(() -> client.send(DemoOrder.paidWith("tok_slow", "two")));
      awaitPending(database);

      server.terminate();

      assertThat(slow.join().status()).isEqualTo(202);
      assertThat(server.exitCode()).isZero();
      assertThat(server.lines()).anyMatch(it -> it.startsWith("{") && it.contains("stopped"));
    }
    assertThat(untouched).isEmptyDirectory();
  }

  @Test
  void it_needs_no_folder_for_temporary_files() throws Exception {
    Map<String, String> variables = variables(TestDatabase.create());
    variables.put("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + untouched.resolve("missing"));
    try (ServerProcess server = run(variables);
        SocketApiClient client = server.client()) {
      assertThat(client.send(DemoOrder.paidWith("tok_approve", "one")).status()).isEqualTo(201);
    }
    assertThat(untouched).isEmptyDirectory();
  }

  @Test
  void who_runs_it_without_a_container_is_told_the_same() throws Exception {
    Path folder = directory.resolve("unpacked");
    List<String> unpack = List.of("../build/unpack", ARCHIVE.toString(), folder.toString());
    assertThat(new ProcessBuilder(unpack).inheritIO().start().waitFor()).isZero();

    List<String> told =
        Files.readAllLines(folder.resolve("arguments")).stream()
            .map(argument -> argument.substring(1, argument.length() - 1))
            .map(argument -> argument.replace(folder.resolve("files").toString(), ""))
            .toList();
    String classPath = String.join(":", image.classPath());
    assertThat(told)
        .isEqualTo(
            image.entrypoint().stream()
                .skip(1)
                .map(argument -> argument.startsWith("@") ? classPath : argument)
                .toList());
    assertThat(Files.readAllLines(folder.resolve("variables")))
        .containsExactlyInAnyOrderElementsOf(
            image.environment().entrySet().stream().map(Object::toString).toList());
  }

  private ServerProcess run(Map<String, String> variables, String... arguments) throws Exception {
    Map<String, String> all = new HashMap<>(image.environment());
    all.putAll(variables);
    return ServerProcess.start(image.command(arguments), all, untouched);
  }

  private static Map<String, String> variables(TestDatabase database) {
    return new HashMap<>(
        Map.of(
            "DATABASE_URL",
            database.jdbcUrl(),
            "DATABASE_USER",
            database.user(),
            "DATABASE_PASSWORD",
            database.password(),
            "DEMO_DATA",
            "true",
            "PORT",
            "0",
            "TIME_BUDGET",
            "3s"));
  }

  private static List<String> files(String folder) throws Exception {
    try (Stream<Path> all = Files.list(image.at(folder))) {
      return all.map(file -> folder + file.getFileName()).toList();
    }
  }

  private static void awaitPending(TestDatabase database) throws InterruptedException {
    long end = System.nanoTime() + SOON.toNanos();
    while (database.number("SELECT count(*) FROM orders WHERE status = 'PENDING'") != 1) {
      assertThat(System.nanoTime()).as("an order is under way").isLessThan(end);
      Thread.sleep(10);
    }
  }
}
