package io.storefront.adapters.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One server as a process of the operating system, on a port and with a directory of its own. */
final class PostgresProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int RETRY_MILLIS = 20;

  private final int port;
  private final Path directory;
  private final List<String> command;
  private Optional<ProcessHandle> process;

  private PostgresProcess(
      int port, Path directory, List<String> command, Optional<ProcessHandle> process) {
    this.port = port;
    this.directory = directory;
    this.command = List.copyOf(command);
    this.process = process;
  }

  /** One that runs already; its directory says which process it is. */
  static PostgresProcess running(int port) {
    try (Connection connection = connect(port);
        Statement statement = connection.createStatement();
        ResultSet shown = statement.executeQuery("SHOW data_directory")) {
      shown.next();
      Path directory = Path.of(shown.getString(1));
      String pid = Files.readAllLines(directory.resolve("postmaster.pid")).getFirst().strip();
      ProcessHandle process = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
      return new PostgresProcess(port, directory, command(process.info()), Optional.of(process));
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Another one like it, with nothing in its directory, that does not run yet. */
  PostgresProcess another() {
    Path other = directory.resolveSibling(directory.getFileName() + "-other");
    int free = freePort();
    List<String> its =
        command.stream()
            .map(word -> word.equals(directory.toString()) ? other.toString() : word)
            .map(word -> word.equals(Integer.toString(port)) ? Integer.toString(free) : word)
            .toList();
    return new PostgresProcess(free, other, its, Optional.empty());
  }

  int port() {
    return port;
  }

  Path directory() {
    return directory;
  }

  boolean isAlive() {
    return process.filter(ProcessHandle::isAlive).isPresent();
  }

  /** Returns when it lets clients in. */
  void start() {
    try {
      process =
          Optional.of(
              new ProcessBuilder(command)
                  .redirectErrorStream(true)
                  .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                  .start()
                  .toHandle());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitClients();
  }

  /** Sends a signal, and returns when it is gone. */
  void stop(String signal) {
    String pid = Long.toString(process.orElseThrow().pid());
    try {
      new ProcessBuilder("kill", "-" + signal, pid).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    awaitEnd();
  }

  /** Ends each of its processes at once, if there are any. */
  void kill() {
    if (isAlive()) {
      ProcessHandle first = process.orElseThrow();
      Stream.concat(Stream.of(first), first.descendants())
          .toList()
          .forEach(ProcessHandle::destroyForcibly);
      awaitEnd();
    }
  }

  Connection connect() throws SQLException {
    return connect(port);
  }

  void execute(String... statements) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connection connect(int port) throws SQLException {
    return TestDatabase.connecting("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port))
        .getConnection();
  }

  private void awaitEnd() {
    try {
      process.orElseThrow().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("the server does not stop", e);
    }
  }

  private void awaitClients() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!letsClientsIn()) {
      if (System.nanoTime() > end || !isAlive()) {
        throw new IllegalStateException("the server does not start");
      }
      try {
        Thread.sleep(RETRY_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean letsClientsIn() {
    try (Connection connection = connect()) {
      return connection.isValid(1);
    } catch (SQLException notYet) {
      return false;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** PostgreSQL does not run as root, which is why it was started in a namespace of its own. */
  private static List<String> command(ProcessHandle.Info info) {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(info.command().orElseThrow());
    command.addAll(List.of(info.arguments().orElseThrow()));
    return command;
  }
}
