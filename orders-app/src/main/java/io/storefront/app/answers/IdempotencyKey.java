package io.storefront.app.answers;

import io.storefront.app.problem.ProblemType;
import io.storefront.app.problem.Refused;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the sender calls a request: 1 to 255 visible ASCII characters, sent bare or, as a structured
 * field (RFC 8941), in quotes. A secret: left out of {@link #toString}.
 */
public record IdempotencyKey(String value) {
  private static final Pattern BARE = Pattern.compile("[!#-~][!-~]{0,254}");
  private static final Pattern QUOTED = Pattern.compile("\"((?:[!#-\\[\\]-~]|\\\\[\"\\\\])++)\"");
  private static final Pattern ESCAPE = Pattern.compile("\\\\([\"\\\\])");
  private static final int MAX_LENGTH = 255;

  /**
   * Reads the values of the Idempotency-Key header.
   *
   * @throws Refused when there is none, or it has another form
   */
  public static IdempotencyKey of(List<String> values) {
    if (values.isEmpty()) {
      throw new Refused(
          ProblemType.IDEMPOTENCY_KEY_MISSING,
          "Send a header Idempotency-Key with a value of your own, such as a UUID; send the same"
              + " one when you repeat the request.");
    }
    if (values.size() == 1) {
      String text = values.getFirst().strip();
      Matcher quoted = QUOTED.matcher(text);
      if (quoted.matches()) {
        String value = ESCAPE.matcher(quoted.group(1)).replaceAll("$1");
        if (value.length() <= MAX_LENGTH) {
          return new IdempotencyKey(value);
        }
      } else if (isBare(text)) {
        return new IdempotencyKey(text);
      }
    }
    throw new Refused(
        ProblemType.IDEMPOTENCY_KEY_MALFORMED,
        "The Idempotency-Key must be one value of 1 to "
            + MAX_LENGTH
            + " visible ASCII characters, bare or in quotes.");
  }

  /** Whether the text can be sent as it is, without quotes. */
  public static boolean isBare(String text) {
    return BARE.matcher(text).matches();
  }

  @Override
  public String toString() {
    return "IdempotencyKey[…]";
  }
}
