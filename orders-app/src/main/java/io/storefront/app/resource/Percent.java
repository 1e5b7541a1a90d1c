package io.storefront.app.resource;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-encoding (RFC 3986). */
public final class Percent {
  private static final int ESCAPE_LENGTH = 3;
  private static final int HEX = 16;

  private Percent() {}

  /** The text without its escapes; empty when they are broken or not UTF-8. */
  public static Optional<String> decode(String text) {
    if (text.indexOf('%') < 0) {
      return Optional.of(text);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == '%') {
        int value = escaped(text, at);
        if (value < 0) {
          return Optional.empty();
        }
        bytes.write(value);
        at += ESCAPE_LENGTH;
      } else {
        int end = text.offsetByCodePoints(at, 1);
        bytes.writeBytes(text.substring(at, end).getBytes(StandardCharsets.UTF_8));
        at = end;
      }
    }
    return utf8(bytes.toByteArray());
  }

  private static int escaped(String text, int at) {
    if (at + ESCAPE_LENGTH > text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at + 1), HEX);
    int low = Character.digit(text.charAt(at + 2), HEX);
    return high < 0 || low < 0 ? -1 : high * HEX + low;
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
