package io.storefront.adapters.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EmbeddedDatabaseTest {
  @TempDir Path directory;

  @Test
  void data_survives_a_restart_and_a_fresh_start_throws_it_away() throws SQLException {
    try (EmbeddedDatabase database = EmbeddedDatabase.open(directory, false)) {
      execute(database, "CREATE TABLE kept (n int)");
    }
    try (EmbeddedDatabase database = EmbeddedDatabase.open(directory, false)) {
      assertThat(ask(database, "SELECT count(*) FROM kept")).isEqualTo("0");
    }
    try (EmbeddedDatabase database = EmbeddedDatabase.open(directory, true)) {
      assertThat(ask(database, "SELECT count(*) FROM pg_tables WHERE tablename = 'kept'"))
          .isEqualTo("0");
    }
  }

  @Test
  void what_is_committed_is_on_disk_and_only_this_machine_can_connect() throws SQLException {
    try (EmbeddedDatabase database = EmbeddedDatabase.open(directory, false)) {
      assertThat(ask(database, "SHOW fsync")).isEqualTo("on");
      assertThat(ask(database, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(ask(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(database, "SHOW unix_socket_directories")).isEmpty();
      assertThat(ask(database, "SHOW server_version")).startsWith(database.version() + ".");
    }
  }

  @Test
  void a_second_run_on_a_live_directory_is_refused_and_the_first_goes_on() throws SQLException {
    try (EmbeddedDatabase database = EmbeddedDatabase.open(directory, false)) {
      assertThatThrownBy(() -> EmbeddedDatabase.open(directory, false))
          .isInstanceOf(EmbeddedDatabaseException.class)
          .hasMessageContaining(directory + " is in use");
      assertThatThrownBy(() -> EmbeddedDatabase.open(directory, true))
          .isInstanceOf(EmbeddedDatabaseException.class);
      assertThat(ask(database, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void a_server_left_by_a_killed_run_is_stopped_and_its_commits_are_there() throws Exception {
    Process killed = inAnotherProcess();
    killed.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    long leftover =
        Long.parseLong(
            Files.readAllLines(directory.resolve("postgres/postmaster.pid")).getFirst().strip());
    assertThat(ProcessHandle.of(leftover)).isPresent();

    try (EmbeddedDatabase database = EmbeddedDatabase.open(directory, false)) {
      assertThat(ProcessHandle.of(leftover)).isEmpty();
      assertThat(ask(database, "SELECT n FROM committed")).isEqualTo("42");
    }
  }

  @Test
  void a_process_that_was_given_the_number_of_a_server_long_gone_is_left_alone() throws Exception {
    EmbeddedDatabase.open(directory, false).close();
    Process stranger = new ProcessBuilder("sleep", "60").start();
    Path cluster = directory.resolve("postgres");
    Files.writeString(
        cluster.resolve("postmaster.pid"), stranger.pid() + "\n" + cluster + "\n1\n5432\n");

    try (EmbeddedDatabase database = EmbeddedDatabase.open(directory, false)) {
      assertThat(ask(database, "SELECT 1")).isEqualTo("1");
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void what_a_run_that_was_killed_while_making_the_database_left_is_made_anew() throws Exception {
    Files.createDirectories(directory.resolve("postgres/base"));
    Files.writeString(directory.resolve("postgres/postgresql.conf"), "half a li");
    Files.createDirectories(directory.resolve("server/PG-half/bin"));

    try (EmbeddedDatabase database = EmbeddedDatabase.open(directory, false)) {
      assertThat(ask(database, "SELECT 1")).isEqualTo("1");
    }
  }

  private Process inAnotherProcess() throws IOException {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                EmbeddedDatabaseTest.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String line;
    do {
      line = process.inputReader().readLine();
    } while (line != null && !line.equals("committed"));
    assertThat(line).isEqualTo("committed");
    return process;
  }

  /** The run that is killed. */
  public static void main(String[] arguments) throws Exception {
    EmbeddedDatabase database = EmbeddedDatabase.open(Path.of(arguments[0]), false);
    execute(database, "CREATE TABLE committed AS SELECT 42 AS n");
    System.out.println("committed");
    Thread.sleep(60_000);
  }

  private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }

  private static Connection connect(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }
}
