package io.storefront.app.api;

import java.time.Duration;

/**
 * What an application may choose about its API.
 *
 * @param keyKind the word in new keys, {@code live} or {@code test}
 * @param keyMemory how long a key that was looked up is believed without looking again; a key that
 *     is revoked elsewhere stops working after this time; at most 30 s, default 10 s
 */
public record ApiSettings(String keyKind, Duration keyMemory) {
  // First, because the constants below are checked against it.
  private static final Duration LONGEST_MEMORY = Duration.ofSeconds(30);

  /** Live keys, believed for 10 s. */
  public static final ApiSettings DEFAULT = new ApiSettings("live", Duration.ofSeconds(10));

  /** Test keys, believed for 10 s. */
  public static final ApiSettings TEST = new ApiSettings("test", Duration.ofSeconds(10));

  /** Refuses other kinds of keys, and a memory that is negative or too long. */
  public ApiSettings {
    if (!keyKind.equals("live") && !keyKind.equals("test")) {
      throw new IllegalArgumentException("key kind must be live or test: " + keyKind);
    }
    if (keyMemory.isNegative() || keyMemory.compareTo(LONGEST_MEMORY) > 0) {
      throw new IllegalArgumentException("key memory must be 0 to 30 s: " + keyMemory);
    }
  }
}
