package io.storefront.app.access;

import io.storefront.app.port.ApiKeys;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Keys, with a short memory, so that not every request has to look one up. Thread-safe. */
public final class KnownKeys {
  private static final int MOST = 10_000;

  private final ApiKeys keys;
  private final Remembered<String, ApiKey> remembered;

  /** Believes what was found for this long. */
  public KnownKeys(ApiKeys keys, InstantSource clock, Duration memory) {
    this.keys = keys;
    this.remembered = new Remembered<>(clock, memory, MOST);
  }

  /** The key with this id. What is unknown is looked up each time. */
  public Optional<ApiKey> find(String id) {
    return remembered.get(id, keys::find);
  }

  /** Revokes a key, at once for this process; false when there is none. */
  public boolean revoke(String id, Instant at) {
    boolean isThere = keys.revoke(id, at);
    remembered.forget(id);
    return isThere;
  }
}
