package io.storefront.app.resource;

import io.storefront.app.port.Secrets;
import io.storefront.app.problem.ProblemType;
import io.storefront.app.problem.Refused;
import io.storefront.orders.StorefrontId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Where in a list to go on, as text that nobody can make up: the position and an HMAC-SHA-256 over
 * it, the list, its filters and whose list it is. Thread-safe.
 */
public final class Cursors {
  private static final int MAC_LENGTH = 16;
  private static final String ALGORITHM = "HmacSHA256";

  private final Secrets secrets;
  private final AtomicReference<@Nullable SecretKeySpec> key = new AtomicReference<>();

  /** With what it needs. */
  public Cursors(Secrets secrets) {
    this.secrets = secrets;
  }

  /** The cursor for this position in the list that the call reads. */
  String write(Call call, String position) {
    byte[] text = position.getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(text, text.length + MAC_LENGTH);
    System.arraycopy(mac(call, text), 0, all, text.length, MAC_LENGTH);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /** The position that the call asks to go on from. */
  Optional<String> read(Call call) {
    return call.query().get("cursor").map(cursor -> read(call, cursor));
  }

  private String read(Call call, String cursor) {
    byte[] all = decoded(cursor);
    int length = all.length - MAC_LENGTH;
    if (length > 0) {
      byte[] text = Arrays.copyOf(all, length);
      byte[] mac = Arrays.copyOfRange(all, length, all.length);
      if (MessageDigest.isEqual(mac, mac(call, text))) {
        return new String(text, StandardCharsets.UTF_8);
      }
    }
    throw refused();
  }

  private static byte[] decoded(String cursor) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      // The last letter may have spare bits, and one cursor is to have one spelling.
      if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(cursor)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      throw refused();
    }
    throw refused();
  }

  /** What a cursor gets that was made up, changed, or given for something else. */
  static Refused refused() {
    return new Refused(
        ProblemType.INVALID_CURSOR,
        "Send a cursor exactly as it came in page.nextCursor, with the same filters and sort.");
  }

  private byte[] mac(Call call, byte[] text) {
    String owner = call.caller().storefront().map(StorefrontId::value).orElse("*operator");
    String bound = call.route().template() + "\n" + owner + "\n" + call.query().filters() + "\n";
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key());
      mac.update(bound.getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(mac.doFinal(text), MAC_LENGTH);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /** Looked up at the first use, because start-up must not wait for it. */
  private SecretKeySpec key() {
    SecretKeySpec known = key.get();
    if (known == null) {
      known = new SecretKeySpec(secrets.get("cursor"), ALGORITHM);
      key.set(known);
    }
    return known;
  }
}
