package io.storefront.app.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A message in the wire format of Protocol Buffers, its fields by their numbers. */
record ProtoMessage(Map<Integer, List<byte[]>> parts, Map<Integer, Long> numbers) {
  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int LENGTH_AND_BYTES = 2;
  private static final int FIXED_32 = 5;

  static ProtoMessage read(byte[] bytes) {
    ProtoMessage message = new ProtoMessage(new LinkedHashMap<>(), new LinkedHashMap<>());
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      long key = varint(buffer);
      int field = (int) (key >>> 3);
      switch ((int) (key & 7)) {
        case VARINT -> message.numbers.put(field, varint(buffer));
        case FIXED_64 -> message.numbers.put(field, buffer.getLong());
        case FIXED_32 -> message.numbers.put(field, (long) buffer.getInt());
        case LENGTH_AND_BYTES -> {
          byte[] part = new byte[(int) varint(buffer)];
          buffer.get(part);
          message.parts.computeIfAbsent(field, first -> new ArrayList<>()).add(part);
        }
        default -> throw new IllegalArgumentException("no wire type: " + (key & 7));
      }
    }
    return message;
  }

  List<ProtoMessage> messages(int field) {
    return parts.getOrDefault(field, List.of()).stream().map(ProtoMessage::read).toList();
  }

  /** Empty where there is none. */
  byte[] bytes(int field) {
    return parts.getOrDefault(field, List.of(new byte[0])).getLast();
  }

  String text(int field) {
    return new String(bytes(field), UTF_8);
  }

  long number(int field) {
    return numbers.getOrDefault(field, 0L);
  }

  private static long varint(ByteBuffer buffer) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = buffer.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}
