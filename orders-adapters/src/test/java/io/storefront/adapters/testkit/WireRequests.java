package io.storefront.adapters.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * What a client of PostgreSQL says, one exchange after the other: everything up to the message
 * after which it waits for an answer.
 */
final class WireRequests {
  private static final int BUFFER = 32 * 1024;
  private static final int LENGTH = 4;
  private static final int PROTOCOL_3 = 196_608;
  private static final int SSL = 80_877_103;
  private static final int GSS = 80_877_104;

  /** Parse, Bind, Describe, Execute, Close: none of them is answered before a Sync. */
  private static final Set<Character> GOES_ON = Set.of('P', 'B', 'D', 'E', 'C');

  private static final Pattern WRITES =
      Pattern.compile("(?i)\\b(INSERT\\s+INTO|(?<!FOR\\s)UPDATE|DELETE\\s+FROM)\\b");

  private final DataInputStream in;
  private final OutputStream answers;
  private final BooleanSupplier inTransaction;
  private final Map<String, String> statements = new HashMap<>();
  private final Map<String, String> portals = new HashMap<>();
  private boolean hasStarted;

  /** A BEGIN of its own is not waited for. */
  private boolean hasBegun;

  /**
   * Reads what comes from here.
   *
   * @param answers back to the client, who asks for encryption and gets none
   * @param inTransaction whether the server was in a transaction when it last was ready
   */
  WireRequests(InputStream in, OutputStream answers, BooleanSupplier inTransaction) {
    this.in = new DataInputStream(new BufferedInputStream(in, BUFFER));
    this.answers = answers;
    this.inTransaction = inTransaction;
  }

  /**
   * One exchange.
   *
   * @param commits the statement that this exchange commits, if it commits one
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on and never changed
  record Exchange(byte[] bytes, Optional<String> commits) {}

  /** The next exchange; empty when the client has left. */
  Optional<Exchange> next() throws IOException {
    try {
      return Optional.of(hasStarted ? exchange() : start());
    } catch (EOFException left) {
      return Optional.empty();
    }
  }

  private Exchange start() throws IOException {
    while (true) {
      int length = in.readInt();
      byte[] rest = in.readNBytes(length - LENGTH);
      int code = ByteBuffer.wrap(rest).getInt();
      if (code != SSL && code != GSS) {
        hasStarted = code >= PROTOCOL_3;
        return new Exchange(
            ByteBuffer.allocate(length).putInt(length).put(rest).array(), Optional.empty());
      }
      answers.write('N');
      answers.flush();
    }
  }

  private Exchange exchange() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Optional<String> commits = Optional.empty();
    char type = (char) in.readUnsignedByte();
    // Only now: before the client speaks, the server may not have answered yet.
    boolean within = hasBegun || inTransaction.getAsBoolean();
    while (true) {
      int length = in.readInt();
      byte[] content = in.readNBytes(length - LENGTH);
      bytes.write(type);
      bytes.write(ByteBuffer.allocate(LENGTH).putInt(length).array());
      bytes.write(content);
      String executed = executed(type, ByteBuffer.wrap(content));
      boolean begins = executed.startsWith("BEGIN");
      boolean ends = executed.startsWith("COMMIT");
      if (ends || (!within && !begins && WRITES.matcher(executed).find())) {
        commits = Optional.of(executed);
      }
      within = (within || begins) && !ends && !executed.startsWith("ROLLBACK");
      if (!GOES_ON.contains(type)) {
        hasBegun = begins;
        return new Exchange(bytes.toByteArray(), commits);
      }
      type = (char) in.readUnsignedByte();
    }
  }

  /** The statement that this message has run; empty for none. */
  private String executed(char type, ByteBuffer content) {
    switch (type) {
      case 'P' -> statements.put(text(content), text(content));
      case 'B' -> portals.put(text(content), statements.getOrDefault(text(content), ""));
      case 'E' -> {
        return portals.getOrDefault(text(content), "");
      }
      case 'Q' -> {
        return text(content);
      }
      default -> {
        // Says nothing about statements.
      }
    }
    return "";
  }

  /** Texts end with a zero. */
  private static String text(ByteBuffer content) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (byte next = content.get(); next != 0; next = content.get()) {
      text.write(next);
    }
    return text.toString(UTF_8);
  }
}
