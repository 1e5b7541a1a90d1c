package io.storefront.reliability.mistake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The mistakes in {@code mistakes.txt}: a file and what is wrong, then lines that stand there after
 * a minus, and lines that stand there by mistake after a plus. Entries are apart by an empty line.
 * A star marks those that every build makes.
 */
final class Mistakes {
  private static final String ALWAYS = "* ";

  private Mistakes() {}

  /** Every one of them. */
  static List<Mistake> all() {
    try (InputStream in = Mistakes.class.getResourceAsStream("mistakes.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.strip().split("\n\n")).map(Mistakes::mistake).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Mistake mistake(String entry) {
    String line = entry.lines().findFirst().orElseThrow();
    boolean always = line.startsWith(ALWAYS);
    String head = always ? line.substring(ALWAYS.length()) : line;
    int colon = head.indexOf(": ");
    String name = head.substring(colon + 2);
    String file = head.substring(0, colon);
    return new Mistake(name, file, after('-', entry), after('+', entry), always);
  }

  private static String after(char sign, String entry) {
    return entry
        .lines()
        .skip(1)
        .filter(line -> line.charAt(0) == sign)
        .map(line -> line.substring(1))
        .collect(Collectors.joining("\n"));
  }
}
