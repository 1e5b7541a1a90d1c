package io.storefront.app.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A whole key: {@code oms_{live|test}_{id:10}_{secret:32}{checksum:6}}, the last three in base 62.
 * The checksum is the CRC-32 of everything before it, so that junk is told from keys without a
 * look-up. A secret: left out of {@link #toString}.
 *
 * @param kind {@code live} or {@code test}
 */
public record ApiKeyText(String kind, String id, String secret) {
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int ID_LENGTH = 10;
  private static final int SECRET_LENGTH = 32;
  private static final int CHECKSUM_LENGTH = 6;
  private static final Pattern ID = Pattern.compile("[0-9A-Za-z]{10}");
  private static final Pattern FORM =
      Pattern.compile("oms_(live|test)_([0-9A-Za-z]{10})_([0-9A-Za-z]{32})([0-9A-Za-z]{6})");

  /** Refuses every other form with {@link IllegalArgumentException}. */
  public ApiKeyText {
    if (!FORM.matcher(prefix(kind, id) + secret + "000000").matches()) {
      throw new IllegalArgumentException("an API key must match " + FORM);
    }
  }

  /** A new key that nobody can guess. */
  public static ApiKeyText create(String kind, SecureRandom random) {
    return new ApiKeyText(kind, letters(random, ID_LENGTH), letters(random, SECRET_LENGTH));
  }

  /** The key that is written here; empty when it is none, or its checksum is wrong. */
  public static Optional<ApiKeyText> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new ApiKeyText(matcher.group(1), matcher.group(2), matcher.group(3)))
            .filter(key -> key.text().equals(text))
        : Optional.empty();
  }

  /** Whether the text can be a key's id. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** The whole key, as its owner gets to see it once. */
  public String text() {
    String before = prefix(kind, id) + secret;
    return before + checksum(before);
  }

  /** What is stored of the secret: its SHA-256 in hexadecimal. */
  public String secretHash() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(secret.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return prefix(kind, id) + "…";
  }

  private static String prefix(String kind, String id) {
    return "oms_" + kind + "_" + id + "_";
  }

  private static String letters(SecureRandom random, int count) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < count; i++) {
      letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return letters.toString();
  }

  private static String checksum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    char[] digits = new char[CHECKSUM_LENGTH];
    long rest = crc.getValue();
    for (int i = CHECKSUM_LENGTH - 1; i >= 0; i--) {
      digits[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
      rest /= ALPHABET.length();
    }
    return new String(digits);
  }
}
