package io.storefront.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.storefront.adapters.testkit.CommitFault;
import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.adapters.testkit.WireProxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The network that fails on command does so as it says. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WireProxyTest {
  private static final String INSERT = "INSERT INTO box (n) VALUES (?)";

  private final TestDatabase database = TestDatabase.create();
  private final WireProxy network = database.network();
  private final List<Connection> opened = new ArrayList<>();

  @BeforeEach
  void begin() {
    database.execute("CREATE TABLE box (n integer)");
  }

  @AfterEach
  void end() throws SQLException {
    for (Connection each : opened) {
      each.close();
    }
    network.close();
  }

  @Test
  void everything_goes_through_as_long_as_nothing_is_said() throws SQLException {
    Connection connection = connect();
    for (int n = 1; n <= 20; n++) {
      insert(connection, n);
    }
    assertThat(count(connection)).isEqualTo(20);
    assertThat(network.commits()).isEqualTo(20);
    assertThat(network.connections()).isEqualTo(1);
  }

  @Test
  void a_transaction_of_many_statements_is_one_commit_and_a_rolled_back_one_is_none()
      throws SQLException {
    Connection connection = connect();
    connection.setAutoCommit(false);
    insert(connection, 1);
    insert(connection, 2);
    connection.commit();
    insert(connection, 3);
    connection.rollback();
    connection.setAutoCommit(true);
    assertThat(count(connection)).isEqualTo(2);
    assertThat(network.commits()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void the_nth_commit_is_struck_whether_or_not_it_is_prepared(CommitFault fault) throws Exception {
    for (boolean inTransaction : new boolean[] {false, true}) {
      Connection connection = connect();
      long before = stored();
      network.onCommit(8, fault);
      connection.setAutoCommit(!inTransaction);
      for (int n = 1; n <= 7; n++) {
        insertWhole(connection, n);
      }
      assertThat(network.hasStruck()).isFalse();
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> insertWhole(connection, 8))
          .satisfies(failure -> assertThat(failure.getSQLState()).startsWith("08"));
      assertThat(network.hasStruck()).isTrue();
      awaitStored(before + (fault == CommitFault.CUT_BEFORE ? 7 : 8));
    }
  }

  @Test
  void commits_can_be_told_apart_by_their_statement() throws SQLException {
    Connection connection = connect();
    network.onCommitOf("UPDATE box", 1, CommitFault.CUT_AFTER);
    insert(connection, 1);
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> connection.createStatement().execute("UPDATE box SET n = 7"));
    assertThat(database.number("SELECT n FROM box")).isEqualTo(7);
  }

  @Test
  void a_cut_resets_what_there_is_and_nothing_else() throws SQLException {
    Connection connection = connect();
    network.cut();
    assertThatExceptionOfType(SQLException.class).isThrownBy(() -> count(connection));
    assertThat(count(connect())).isZero();
  }

  @Test
  void what_was_swallowed_arrives_when_the_network_heals() throws Exception {
    Connection connection = connect();
    network.blackHole();
    CompletableFuture<Integer> counting = async(() -> count(connection));
    TimeUnit.MILLISECONDS.sleep(300);
    assertThat(counting).isNotDone();
    network.heal();
    assertThat(counting.get(10, TimeUnit.SECONDS)).isZero();
  }

  @Test
  void a_half_open_connection_ends_at_the_server_and_is_silent_to_the_client() throws Exception {
    Connection connection = connect();
    connection.setNetworkTimeout(Runnable::run, 500);
    long backends = backends();
    network.halfOpen();
    for (int i = 0; i < 100 && backends() == backends; i++) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertThat(backends()).isEqualTo(backends - 1);
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> count(connection))
        .withStackTraceContaining("timed out");
  }

  @Test
  void latency_and_narrow_wires_take_their_time() throws SQLException {
    Connection connection = connect();
    network.latency(Duration.ofMillis(100));
    assertThat(taken(connection)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    network.heal();
    network.slow(200);
    assertThat(taken(connection)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    network.heal();
    assertThat(count(connection)).isZero();
  }

  @Test
  void after_so_many_bytes_the_connection_is_reset() throws SQLException {
    Connection connection = connect();
    network.limit(10);
    assertThatExceptionOfType(SQLException.class).isThrownBy(() -> insert(connection, 1));
    network.heal();
    assertThat(count(connect())).isZero();
  }

  private Connection connect() throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            network.through(database.jdbcUrl()), database.user(), database.password());
    opened.add(connection);
    return connection;
  }

  private static void insertWhole(Connection connection, int n) throws SQLException {
    insert(connection, n);
    if (!connection.getAutoCommit()) {
      connection.commit();
    }
  }

  private static void insert(Connection connection, int n) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setInt(1, n);
      statement.executeUpdate();
    }
  }

  private static int count(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT count(*) FROM box");
        ResultSet found = statement.executeQuery()) {
      found.next();
      return found.getInt(1);
    }
  }

  private static Duration taken(Connection connection) throws SQLException {
    long begin = System.nanoTime();
    count(connection);
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private long stored() {
    return database.number("SELECT count(*) FROM box");
  }

  private void awaitStored(long expected) throws InterruptedException {
    for (int i = 0; i < 100 && stored() != expected; i++) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertThat(stored()).isEqualTo(expected);
  }

  private long backends() {
    return database.number(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()");
  }

  private static <T> CompletableFuture<T> async(java.util.concurrent.Callable<T> work) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return work.call();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
