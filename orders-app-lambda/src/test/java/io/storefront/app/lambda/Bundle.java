package io.storefront.app.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What is deployed, as the build left it, and unpacked as Lambda does. */
public final class Bundle implements AutoCloseable {
  /** The bundle, seen from its module. */
  static final Path ZIP = Path.of("target", "orders-app-lambda.zip");

  private final Path root;

  private Bundle(Path root) {
    this.root = root;
  }

  /** Unpacks a bundle into a directory of its own, which is gone when it is closed. */
  public static Bundle unpack(Path zip) throws IOException {
    Path root = Files.createTempDirectory("lambda-task");
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : entries(file)) {
        Path target = root.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(file.getInputStream(entry), target);
        }
      }
    }
    return new Bundle(root);
  }

  static List<? extends ZipEntry> entries(ZipFile file) {
    return file.stream().toList();
  }

  /** What Lambda calls the task root. */
  public Path root() {
    return root;
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }
}
