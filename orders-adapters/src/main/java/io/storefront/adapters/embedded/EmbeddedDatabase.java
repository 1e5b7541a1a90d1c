package io.storefront.adapters.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real PostgreSQL server, started as a process of its own on a free port of the loopback
 * interface. Its data stays in a directory and is as durable as on any server. One program at a
 * time may have the directory; a server left there by a program that was killed is stopped first.
 *
 * <p>It is for development and tests: whoever can reach the loopback interface is let in.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  /** Who may do everything there, with any password. */
  public static final String USER = "postgres";

  private static final String CLUSTER = "postgres";
  private static final Duration START_WITHIN = Duration.ofSeconds(60);

  private final EmbeddedPostgres server;
  private final DirectoryLock lock;
  private final String version;

  private EmbeddedDatabase(EmbeddedPostgres server, DirectoryLock lock, String version) {
    this.server = server;
    this.lock = lock;
    this.version = version;
  }

  /**
   * Starts the server; the directory and the database are made if they are missing.
   *
   * @param fresh throws away the data of earlier runs
   * @throws EmbeddedDatabaseException when the directory is in use, or the server does not start
   */
  public static EmbeddedDatabase open(Path directory, boolean fresh) {
    // First of all, so that a build without the server says so before it writes anything.
    EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
    Path home = directory.toAbsolutePath().normalize();
    try {
      DirectoryLock lock =
          DirectoryLock.take(home)
              .orElseThrow(
                  () ->
                      new EmbeddedDatabaseException(
                          home + " is in use by another run; stop that one, or set DATA_DIR"));
      try {
        return start(builder, home, fresh, lock);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new EmbeddedDatabaseException(
          "the embedded database cannot use " + home + ": " + e.getMessage(), e);
    }
  }

  private static EmbeddedDatabase start(
      EmbeddedPostgres.Builder builder, Path home, boolean fresh, DirectoryLock lock)
      throws IOException {
    Path cluster = home.resolve(CLUSTER);
    Path binaries = home.resolve("server");
    Path complete = home.resolve("complete");
    LeftoverServer.stop(cluster);
    if (fresh || !Files.exists(complete)) {
      // Without the mark an earlier run ended while it was making these, so they cannot be trusted.
      Files.deleteIfExists(complete);
      delete(cluster);
    }
    removeHalfUnpacked(binaries);
    EmbeddedPostgres server = launch(builder, cluster, binaries);
    if (!Files.exists(complete)) {
      Files.createFile(complete);
    }
    String version = Files.readString(cluster.resolve("PG_VERSION")).strip();
    return new EmbeddedDatabase(server, lock, version);
  }

  private static EmbeddedPostgres launch(
      EmbeddedPostgres.Builder builder, Path cluster, Path binaries) throws IOException {
    try {
      return builder
          .setDataDirectory(cluster)
          .setOverrideWorkingDirectory(binaries.toFile())
          .setCleanDataDirectory(false)
          .setRegisterShutdownHook(false)
          .setPGStartupWait(START_WITHIN)
          .setLocaleConfig("locale", "C")
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("max_connections", "100")
          .setServerConfig("listen_addresses", "127.0.0.1")
          .setServerConfig("unix_socket_directories", "")
          .start();
    } catch (IllegalStateException e) {
      throw new EmbeddedDatabaseException(
          """
          the embedded database did not start (%s); PostgreSQL does not run as root where user \
          namespaces are forbidden: use another user, or set DATABASE_URL\
          """
              .formatted(e.getMessage()),
          e);
    }
  }

  /** An unpacking that was killed leaves files that are too short and are never looked at again. */
  private static void removeHalfUnpacked(Path binaries) throws IOException {
    for (Path unpacked : children(binaries)) {
      if (!Files.exists(unpacked.resolve(".exists"))) {
        delete(unpacked);
      }
    }
  }

  private static List<Path> children(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(directory)) {
      return all.toList();
    }
  }

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  /**
   * Where the server is that another program has started on this directory; empty when none runs.
   * Nothing is started, and nothing is changed. It is used as {@link #USER}.
   *
   * @throws EmbeddedDatabaseException when the directory cannot be read
   */
  public static Optional<String> jdbcUrlOfRunning(Path directory) {
    Path cluster = directory.toAbsolutePath().normalize().resolve(CLUSTER);
    try {
      return LeftoverServer.port(cluster).map(EmbeddedDatabase::jdbcUrl);
    } catch (IOException e) {
      throw new EmbeddedDatabaseException(
          "it cannot be told whether a database runs in " + directory + ": " + e.getMessage(), e);
    }
  }

  /** Where the database is. */
  public String jdbcUrl() {
    return jdbcUrl(server.getPort());
  }

  private static String jdbcUrl(int port) {
    return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
  }

  /** Who may do everything there. */
  public String user() {
    return USER;
  }

  /** Anything will do. */
  public String password() {
    return USER;
  }

  /** The major version of the server, for example {@code 18}. */
  public String version() {
    return version;
  }

  /** Stops the server, which rolls back what is under way; the data stays. */
  @Override
  public void close() {
    try (lock) {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
