package io.storefront.app.access;

import io.storefront.app.problem.Problem;
import io.storefront.app.problem.ProblemType;
import io.storefront.app.problem.Refused;
import io.storefront.orders.Actor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells who asks, by the key that comes with the request. Thread-safe. */
public final class Access {
  private static final String SCHEME = "bearer ";

  /** Nobody's; so that an unknown id costs as much time as a wrong secret. */
  private static final String NO_HASH = "0".repeat(64);

  private final KnownKeys keys;
  private final InstantSource clock;

  /** Looks keys up here. */
  public Access(KnownKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Who asks.
   *
   * @param authorization the values of the Authorization header
   * @throws Refused with one and the same problem, whatever is wrong with the key
   */
  public Caller caller(List<String> authorization) {
    return key(authorization)
        .flatMap(this::verified)
        .map(key -> new Caller(new Actor("key:" + key.id()), key.storefront(), key.scopes()))
        .orElseThrow(Access::unauthenticated);
  }

  /** The refusal of whoever has no valid key. */
  public static Refused unauthenticated() {
    return new Refused(
        Problem.of(
                ProblemType.UNAUTHENTICATED,
                "Send a valid API key in the header \"Authorization: Bearer <key>\".")
            .header("WWW-Authenticate", "Bearer"));
  }

  private static Optional<ApiKeyText> key(List<String> authorization) {
    return authorization.size() == 1
            && authorization.getFirst().toLowerCase(Locale.ROOT).startsWith(SCHEME)
        ? ApiKeyText.parse(authorization.getFirst().substring(SCHEME.length()).strip())
        : Optional.empty();
  }

  private Optional<ApiKey> verified(ApiKeyText text) {
    Optional<ApiKey> found = keys.find(text.id());
    byte[] stored = ascii(found.map(ApiKey::secretHash).orElse(NO_HASH));
    boolean isRight = MessageDigest.isEqual(stored, ascii(text.secretHash()));
    return found.filter(key -> isRight && isAlive(key, clock.instant()));
  }

  private static boolean isAlive(ApiKey key, Instant now) {
    return key.revokedAt().isEmpty() && key.expiresAt().filter(end -> !now.isBefore(end)).isEmpty();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
