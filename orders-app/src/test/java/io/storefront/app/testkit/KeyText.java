package io.storefront.app.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Random;
import java.util.zip.CRC32;

/** Keys of the right form that nobody has issued: {@code oms_test_}id, secret, checksum. */
final class KeyText {
  static final String FORM = "oms_(live|test)_[0-9A-Za-z]{10}_[0-9A-Za-z]{38}";

  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int ID = 10;
  private static final int SECRET = 32;
  private static final int CHECKSUM = 6;

  private KeyText() {}

  /** A key with a right checksum and an unknown id. */
  static String unknown() {
    return withChecksum("oms_test_" + random(ID) + "_" + random(SECRET));
  }

  /** A key with this key's id, another secret and a right checksum. */
  static String withOtherSecret(String key) {
    return withChecksum(key.substring(0, key.lastIndexOf('_') + 1) + random(SECRET));
  }

  /** This key with a wrong checksum. */
  static String withWrongChecksum(String key) {
    char last = key.charAt(key.length() - 1);
    return key.substring(0, key.length() - 1) + (last == 'a' ? 'b' : 'a');
  }

  static String withChecksum(String start) {
    CRC32 crc = new CRC32();
    crc.update(start.getBytes(US_ASCII));
    StringBuilder sum = new StringBuilder();
    for (long left = crc.getValue(); left > 0; left /= ALPHABET.length()) {
      sum.insert(0, ALPHABET.charAt((int) (left % ALPHABET.length())));
    }
    return start + "0".repeat(CHECKSUM - sum.length()) + sum;
  }

  private static String random(int length) {
    return new Random()
        .ints(length, 0, ALPHABET.length())
        .mapToObj(ALPHABET::charAt)
        .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
        .toString();
  }
}
