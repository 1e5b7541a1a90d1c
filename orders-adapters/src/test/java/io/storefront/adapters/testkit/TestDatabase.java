package io.storefront.adapters.testkit;

import io.storefront.adapters.postgres.PostgresAdapters;
import io.storefront.adapters.postgres.PostgresSettings;
import io.storefront.adapters.postgres.verification.Finding;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of its own for a test, on a real server that is started once for the whole JVM and
 * stops with it. Making one takes a fraction of a second, because it is copied from a template.
 */
public final class TestDatabase {
  /** How the driver is told to connect; the server trusts whoever comes over loopback. */
  public static final String USER = "postgres";

  private final TestServer server;
  private final String name;

  private TestDatabase(TestServer server, String name) {
    this.server = server;
    this.name = name;
  }

  /** A database with our newest schema and nothing in it, on the newest PostgreSQL. */
  public static TestDatabase create() {
    return create(PostgresVersion.NEWEST);
  }

  /** A database with our newest schema and nothing in it. */
  public static TestDatabase create(PostgresVersion version) {
    return on(TestServer.of(version));
  }

  static TestDatabase on(TestServer server) {
    return new TestDatabase(server, server.createFrom(server.migratedTemplate()));
  }

  /** A database without any schema. */
  public static TestDatabase createEmpty(PostgresVersion version) {
    TestServer server = TestServer.of(version);
    return new TestDatabase(server, server.createFrom("template1"));
  }

  /** Another one with the same content; nobody may be connected to this one. */
  public TestDatabase copy() {
    return new TestDatabase(server, server.createFrom(name));
  }

  /**
   * What does not hold of the invariants, but for those of the sandbox payment provider.
   *
   * @param besides families that are not looked at, for example {@code I9}
   */
  public List<Finding> findings(String... besides) {
    return findings(false, besides);
  }

  /** The same where payments are the sandbox's. */
  public List<Finding> findingsWithSandbox(String... besides) {
    return findings(true, besides);
  }

  private List<Finding> findings(boolean sandbox, String... besides) {
    Set<String> left = Set.of(besides);
    return PostgresAdapters.over(dataSource()).verification(sandbox).findings().stream()
        .filter(finding -> !left.contains(finding.invariant().id()))
        .toList();
  }

  String name() {
    return name;
  }

  /** Where the driver finds it. */
  public String jdbcUrl() {
    return server.jdbcUrl(name);
  }

  /** Who may do everything there. */
  public String user() {
    return USER;
  }

  /** Anything will do. */
  public String password() {
    return USER;
  }

  /** Settings of our adapters for it, with every default. */
  public PostgresSettings settings() {
    return PostgresSettings.of(jdbcUrl(), user(), password());
  }

  /** The same, through a network that can fail. */
  public PostgresSettings settings(WireProxy network) {
    return PostgresSettings.of(network.through(jdbcUrl()), user(), password());
  }

  /** A network of one's own in front of the server; the caller closes it. */
  public WireProxy network() {
    return WireProxy.to(server.port());
  }

  /** Our adapters on it; the caller closes them. */
  public PostgresAdapters open() {
    return PostgresAdapters.open(settings());
  }

  /** Connections without a pool. */
  public DataSource dataSource() {
    return server.dataSource(name);
  }

  /** Runs statements that give nothing back. */
  public void execute(String... statements) {
    try (Connection connection = dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The one number that a query gives. */
  public long number(String query) {
    try (Connection connection = dataSource().getConnection();
        Statement statement = connection.createStatement();
        var found = statement.executeQuery(query)) {
      found.next();
      return found.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static PGSimpleDataSource connecting(String url) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(url);
    source.setUser(USER);
    source.setPassword(USER);
    return source;
  }

  static String newName() {
    return "test_" + UUID.randomUUID().toString().replace("-", "");
  }
}
