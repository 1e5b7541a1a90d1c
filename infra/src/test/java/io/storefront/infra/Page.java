package io.storefront.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A page of the repository that the templates have to agree with. */
record Page(String text) {
  static Page of(String path) {
    try {
      return new Page(Files.readString(Path.of("..").resolve(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first group of all that match. */
  List<String> all(String pattern) {
    return Pattern.compile(pattern).matcher(text).results().map(Page::first).toList();
  }

  private static String first(MatchResult found) {
    return found.group(1);
  }
}
