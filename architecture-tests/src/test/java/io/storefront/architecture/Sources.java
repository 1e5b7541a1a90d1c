package io.storefront.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of the repository as they are read by people. */
final class Sources {
  /** The folder of the parent pom. */
  static final Path ROOT = root();

  private static final Set<String> MADE = Set.of("target", ".git", ".data", ".idea", ".vscode");

  /** Every file that somebody wrote. */
  static final List<SourceFile> ALL = all();

  private Sources() {}

  /** Java of what is shipped. */
  static Stream<SourceFile> main() {
    return ALL.stream().filter(file -> file.path().matches("[^/]+/src/main/java/.*\\.java"));
  }

  /** All files with one of these endings. */
  static Stream<SourceFile> endingIn(String... endings) {
    return ALL.stream().filter(file -> Stream.of(endings).anyMatch(file.path()::endsWith));
  }

  /** The file of a class that is not nested. */
  static SourceFile of(JavaClass type) {
    String end = "/java/" + type.getName().replace('.', '/') + ".java";
    return endingIn(end).findFirst().orElseThrow();
  }

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve(Artifact.ORDERS_DOMAIN.module))) {
      here = here.getParent();
    }
    return here;
  }

  private static List<SourceFile> all() {
    List<SourceFile> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          ROOT,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return MADE.contains(folder.getFileName().toString())
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              files.add(SourceFile.read(file));
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(files);
  }
}
