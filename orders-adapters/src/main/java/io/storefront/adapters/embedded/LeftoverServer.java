package io.storefront.adapters.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server that a killed run left behind. It is known by its {@code postmaster.pid}, and stopped
 * only if the process of that number truly is a PostgreSQL that works on the same directory:
 * numbers of processes are given again.
 */
final class LeftoverServer {
  private static final String PID_FILE = "postmaster.pid";

  /** The number of the process, the directory and the time of the start come before it. */
  private static final int PORT_LINE = 3;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private LeftoverServer() {}

  /** Stops the server on this directory, if there is one; afterwards none is there. */
  static void stop(Path cluster) throws IOException {
    Path pidFile = cluster.resolve(PID_FILE);
    if (!Files.exists(pidFile)) {
      return;
    }
    Optional<ProcessHandle> server = serverOf(cluster, Files.readAllLines(pidFile));
    if (server.isPresent()) {
      // Fast first, which rolls back and writes everything; then immediate, which recovers later.
      if (!ends(server.get(), "INT") && !ends(server.get(), "QUIT")) {
        throw new EmbeddedDatabaseException(
            "a PostgreSQL left by an earlier run (process %d) does not stop; stop it by hand"
                .formatted(server.get().pid()));
      }
    }
    Files.deleteIfExists(pidFile);
  }

  /** Where a server on this directory listens, if one is running and has got that far. */
  static Optional<Integer> port(Path cluster) throws IOException {
    Path pidFile = cluster.resolve(PID_FILE);
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(pidFile);
    return serverOf(cluster, lines)
        .filter(running -> lines.size() > PORT_LINE)
        .map(running -> lines.get(PORT_LINE).strip())
        .filter(text -> text.matches("\\d{1,5}"))
        .map(Integer::valueOf);
  }

  private static Optional<ProcessHandle> serverOf(Path cluster, List<String> pidFile)
      throws IOException {
    if (pidFile.size() < 2 || !pidFile.get(0).strip().matches("\\d{1,18}")) {
      return Optional.empty();
    }
    Path served = Path.of(pidFile.get(1).strip());
    if (!Files.exists(served) || !Files.isSameFile(served, cluster)) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(pidFile.get(0).strip()))
        .filter(ProcessHandle::isAlive)
        .filter(LeftoverServer::isPostgres);
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process
        .info()
        .command()
        .map(command -> Path.of(command).getFileName().toString())
        .filter(name -> name.equals("postgres") || name.equals("postgres.exe"))
        .isPresent();
  }

  private static boolean ends(ProcessHandle server, String signal) throws IOException {
    try {
      // Java itself can only send TERM, on which PostgreSQL waits for its clients.
      new ProcessBuilder("kill", "-" + signal, Long.toString(server.pid())).start().waitFor();
      server.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException stillThere) {
      return false;
    } catch (ExecutionException e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
