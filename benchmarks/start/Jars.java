package start;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compiles, and packs: an AOT cache takes nothing from folders. */
final class Jars {
  private Jars() {}

  /** The jar of one program of ours. */
  static Path of(String name, String classPath, Path work) throws IOException {
    Path classes = Files.createDirectories(work.resolve(name));
    Path jar = work.resolve(name + ".jar");
    run("javac", "-cp", classPath, "-d", classes.toString(), "benchmarks/start/" + name + ".java");
    run("jar", "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
    return jar;
  }

  /** All jars of a folder, in an order that is always the same. */
  static String in(Path folder) throws IOException {
    try (Stream<Path> jars = Files.list(folder)) {
      return jars.map(Path::toString).sorted().collect(Collectors.joining(File.pathSeparator));
    }
  }

  private static void run(String tool, String... arguments) {
    if (ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, arguments) != 0) {
      throw new IllegalStateException(tool + " " + String.join(" ", arguments));
    }
  }
}
