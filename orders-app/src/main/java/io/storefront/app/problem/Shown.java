package io.storefront.app.problem;

/** Shows somebody's own input back to them, without letting it do any harm on the way. */
public final class Shown {
  /** The most characters that are shown. */
  public static final int MAX = 64;

  private Shown() {}

  /** In quotes, cut to {@value #MAX} characters, with everything invisible escaped. */
  public static String quoted(String text) {
    StringBuilder shown = new StringBuilder("\"");
    text.codePoints().limit(MAX).forEach(c -> append(shown, c));
    if (text.codePointCount(0, text.length()) > MAX) {
      shown.append('…');
    }
    return shown.append('"').toString();
  }

  private static void append(StringBuilder shown, int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          shown.append(String.format("\\u%04x", c));
      default -> shown.appendCodePoint(c);
    }
  }
}
