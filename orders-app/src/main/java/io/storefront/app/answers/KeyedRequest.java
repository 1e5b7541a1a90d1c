package io.storefront.app.answers;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A request that may come again.
 *
 * @param key tells it from the sender's other requests
 * @param fingerprint tells whether what comes again is the same
 */
public record KeyedRequest(RequestKey key, String fingerprint) {
  /**
   * The request with this key.
   *
   * @param owner as in {@link RequestKey}
   * @param operation as in {@link RequestKey}
   * @param content everything else that makes the request what it is, the body aside
   */
  public static KeyedRequest of(
      String owner, String operation, IdempotencyKey key, List<String> content, byte[] body) {
    byte[] hash = new Digest().add(key.value()).bytes();
    Digest digest = new Digest().add(owner).add(operation);
    content.forEach(digest::add);
    return new KeyedRequest(
        new RequestKey(
            owner, operation, Base64.getUrlEncoder().withoutPadding().encodeToString(hash)),
        HexFormat.of().formatHex(digest.add(body).bytes()));
  }

  /** That it began and ended in one commit, with this answer. */
  public RequestEnclosure answered(Answer answer) {
    return new RequestEnclosure.Answered(key, fingerprint, answer);
  }

  /** That it has begun. */
  public RequestEnclosure claimed() {
    return new RequestEnclosure.Claimed(key, fingerprint);
  }
}
