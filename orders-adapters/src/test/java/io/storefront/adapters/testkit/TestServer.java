package io.storefront.adapters.testkit;

import io.storefront.adapters.postgres.PostgresAdapters;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;

/** A server that forgets everything when it stops, and need not fear to. */
final class TestServer {
  private static final Map<PostgresVersion, TestServer> RUNNING =
      new EnumMap<>(PostgresVersion.class);

  private final EmbeddedPostgres postgres;
  private String template = "";

  TestServer(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  static TestServer of(PostgresVersion version) {
    synchronized (RUNNING) {
      return RUNNING.computeIfAbsent(version, TestServer::start);
    }
  }

  private static TestServer start(PostgresVersion version) {
    try {
      return new TestServer(builder(version).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static EmbeddedPostgres.Builder builder(PostgresVersion version) {
    PgBinaryResolver binaries =
        version == PostgresVersion.NEWEST
            ? DefaultPostgresBinaryResolver.INSTANCE
            : TestServer::oldest;
    return EmbeddedPostgres.builder()
        .setPgBinaryResolver(binaries)
        .setPGStartupWait(Duration.ofSeconds(60))
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("max_connections", "300")
        .setServerConfig("fsync", "off")
        .setServerConfig("synchronous_commit", "off")
        .setServerConfig("full_page_writes", "off");
  }

  /** The jar holds nothing but one archive for the machine that it was chosen for. */
  private static InputStream oldest(String system, String machine) throws IOException {
    Path jar = Path.of(System.getProperty("postgres15.jar", "postgres15.jar"));
    if (!Files.exists(jar)) {
      throw new IOException("the system property postgres15.jar must name a jar: " + jar);
    }
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry archive =
          zip.stream()
              .filter(entry -> entry.getName().endsWith(".txz"))
              .findFirst()
              .orElseThrow(() -> new IOException("no archive in " + jar));
      try (InputStream content = zip.getInputStream(archive)) {
        return new java.io.ByteArrayInputStream(content.readAllBytes());
      }
    }
  }

  synchronized String migratedTemplate() {
    if (template.isEmpty()) {
      String made = createFrom("template1");
      PostgresAdapters.over(dataSource(made)).migrate();
      template = made;
    }
    return template;
  }

  /** Fails while somebody is connected to the template, so nobody ever is. */
  synchronized String createFrom(String original) {
    String name = TestDatabase.newName();
    try (Connection connection = dataSource("postgres").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " TEMPLATE " + original);
      return name;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  int port() {
    return postgres.getPort();
  }

  String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(), database);
  }

  DataSource dataSource(String database) {
    return TestDatabase.connecting(jdbcUrl(database));
  }
}
