package common;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The program {@code pgbench}, where it is installed. */
public record Pgbench(Path program) {
  /**
   * Looks for it.
   *
   * @throws IllegalStateException when it is nowhere
   */
  public static Pgbench find() throws IOException {
    List<Path> folders = new ArrayList<>();
    Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(Path::of)
        .forEach(folders::add);
    Path debian = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(debian)) {
      try (Stream<Path> versions = Files.list(debian)) {
        versions.map(version -> version.resolve("bin")).forEach(folders::add);
      }
    }
    return folders.stream()
        .map(folder -> folder.resolve("pgbench"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Pgbench::new)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "pgbench is not on the PATH; on Debian it is in the package postgresql"));
  }

  /** How a server on this machine is reached, in prepared mode. */
  public List<String> command(int port, String user) {
    return new ArrayList<>(
        List.of(
            program.toString(),
            "--host=127.0.0.1",
            "--port=" + port,
            "--username=" + user,
            "--no-vacuum",
            "--protocol=prepared"));
  }

  /** Runs it to its end, and tells how many transactions it made a second. */
  public static double perSecond(List<String> command, Map<String, String> environment)
      throws Exception {
    Service.Finished run = Service.run(command, environment);
    if (run.exitCode() != 0) {
      throw new IllegalStateException(run.said());
    }
    return run.said()
        .lines()
        .filter(line -> line.startsWith("tps = "))
        .mapToDouble(line -> Double.parseDouble(line.split(" ")[2]))
        .findFirst()
        .orElseThrow();
  }
}
