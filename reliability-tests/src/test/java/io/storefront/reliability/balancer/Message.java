package io.storefront.reliability.balancer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request or a response, handed on byte for byte.
 *
 * @param head with the empty line that ends it
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves the package, never changed
record Message(String head, byte[] body) {
  private static final String END = "\r\n\r\n";
  private static final Pattern LENGTH = Pattern.compile("(?im)^content-length:\\s*(\\d+)");
  private static final Pattern CHUNKED = Pattern.compile("(?im)^transfer-encoding:");
  private static final Pattern CLOSE = Pattern.compile("(?im)^connection:\\s*close\\s*?\r\n");

  /** Empty when the other side has closed before it began one. */
  static Optional<Message> read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int last = 0;
    // The four bytes that end a head, seen as one number.
    while (last != 0x0d0a0d0a) {
      int next = in.read();
      if (next < 0 && head.size() == 0) {
        return Optional.empty();
      }
      if (next < 0) {
        throw new EOFException("closed within a head");
      }
      head.write(next);
      last = last << 8 | next;
    }
    String text = head.toString(ISO_8859_1);
    if (CHUNKED.matcher(text).find()) {
      throw new IOException("chunks are not known here");
    }
    Matcher length = LENGTH.matcher(text);
    byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
    if (length.hasMatch() && body.length < Integer.parseInt(length.group(1))) {
      throw new EOFException("closed within a body");
    }
    return Optional.of(new Message(text, body));
  }

  /** What the balancer says itself. */
  static Message said(int status) {
    return new Message("HTTP/1.1 " + status + " Said\r\nContent-Length: 0" + END, new byte[0]);
  }

  static Message get(String path) {
    return new Message("GET " + path + " HTTP/1.1\r\nHost: balancer" + END, new byte[0]);
  }

  void write(OutputStream out) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.getBytes(ISO_8859_1));
    all.writeBytes(body);
    all.writeTo(out);
    out.flush();
  }

  /** For the other side of the balancer, whose connection is another one. */
  Message withoutClose() {
    return new Message(CLOSE.matcher(head).replaceAll(""), body);
  }

  /** Of a response. */
  int status() {
    return Integer.parseInt(head.split(" ", 3)[1]);
  }

  /** Whether its sender closes the connection after it. */
  boolean isLast() {
    return CLOSE.matcher(head).find();
  }
}
