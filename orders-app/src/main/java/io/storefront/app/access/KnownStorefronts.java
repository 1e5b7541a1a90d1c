package io.storefront.app.access;

import io.storefront.app.port.Storefronts;
import io.storefront.orders.StorefrontId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Storefronts, with a short memory, because every order needs one. Thread-safe. */
public final class KnownStorefronts {
  private static final int MOST = 1_000;
  private static final Duration MEMORY = Duration.ofSeconds(5);

  private final Storefronts storefronts;
  private final Remembered<StorefrontId, Storefront> remembered;

  /** Looks them up here. */
  public KnownStorefronts(Storefronts storefronts, InstantSource clock) {
    this.storefronts = storefronts;
    this.remembered = new Remembered<>(clock, MEMORY, MOST);
  }

  /** The storefront, as it was at most 5 s ago. */
  public Optional<Storefront> find(StorefrontId id) {
    return remembered.get(id, storefronts::find);
  }

  /** Stores it as {@link Storefronts#put} does, and shows it at once to this process. */
  public boolean put(Storefront next) {
    boolean isStored = storefronts.put(next);
    remembered.forget(next.id());
    return isStored;
  }
}
