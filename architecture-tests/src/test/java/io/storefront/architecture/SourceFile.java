package io.storefront.architecture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A file and what it says.
 *
 * @param path from the root, with slashes
 */
record SourceFile(String path, String text) {
  static SourceFile read(Path file) throws IOException {
    String path = Sources.ROOT.relativize(file).toString().replace('\\', '/');
    return new SourceFile(path, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
  }

  List<String> lines() {
    return text.lines().toList();
  }

  /** Where it says such a thing. */
  List<String> mentions(Pattern what) {
    List<String> lines = lines();
    return IntStream.range(0, lines.size())
        .filter(index -> what.matcher(lines.get(index)).find())
        .mapToObj(index -> "%s:%d: %s".formatted(path, index + 1, lines.get(index).strip()))
        .toList();
  }

  @Override
  public String toString() {
    return path;
  }
}
