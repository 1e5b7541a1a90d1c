package io.storefront.reliability.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/**
 * The HTTP host as it is deployed: jars on a class path, in a process of its own. It can be trained
 * once, after which it starts in a fraction of the time.
 */
final class Program {
  private static final String MAIN = "io.storefront.app.http.Main";

  /** Small and quick to start, so that many of them fit on a machine that others use too. */
  private static final List<String> FLAGS =
      List.of("-Xmx160m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData");

  private final String classPath;
  private final Path cache;

  private Program(String classPath, Path cache) {
    this.classPath = classPath;
    this.cache = cache;
  }

  /** From our own class path; what is no jar becomes one in the directory. */
  static Program in(Path directory) throws IOException {
    List<String> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (entry.contains("test-classes") || entry.contains("-testkit") || entry.isEmpty()) {
        continue;
      }
      jars.add(Files.isDirectory(Path.of(entry)) ? jar(Path.of(entry), directory) : entry);
    }
    return new Program(String.join(File.pathSeparator, jars), directory.resolve("server.aot"));
  }

  /** The same jars laid out as a function's bundle is, in a directory below this one. */
  Path taskRoot(Path directory) throws IOException {
    Path root = Files.createDirectory(directory.resolve("task"));
    Path lib = Files.createDirectory(root.resolve("lib"));
    for (String jar : classPath.split(File.pathSeparator, -1)) {
      Path file = Path.of(jar).toAbsolutePath();
      Files.createSymbolicLink(lib.resolve(file.getFileName()), file);
    }
    return root;
  }

  /** Starts a process with these variables and nothing else around it. */
  Process start(Map<String, String> variables, String... arguments) throws IOException {
    List<String> more = Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
    return start(more, variables, arguments);
  }

  /** Starts it to learn what it does, which it writes down when it ends. */
  Process startTraining(Map<String, String> variables) throws IOException {
    return start(List.of("-XX:AOTCacheOutput=" + cache), variables);
  }

  /** Whether there was a training that worked. */
  boolean isTrained() {
    return Files.exists(cache);
  }

  private Process start(List<String> flags, Map<String, String> variables, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(FLAGS);
    command.addAll(flags);
    command.addAll(List.of("-cp", classPath, MAIN));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(variables);
    return builder.start();
  }

  private static String jar(Path classes, Path directory) throws IOException {
    Path jar = Files.createTempFile(directory, "classes", ".jar");
    int failed =
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(
                new PrintWriter(System.out, true, UTF_8),
                new PrintWriter(System.err, true, UTF_8),
                "--create",
                "--file=" + jar,
                "-C",
                classes.toString(),
                ".");
    if (failed != 0) {
      throw new IOException("no jar of " + classes);
    }
    return jar.toString();
  }
}
