package io.storefront.inventory.testkit;

import io.storefront.inventory.Enclosure;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The requests whose enclosures a fake has stored; guarded by the lock of that fake. */
final class TakenRequests {
  private final Function<Enclosure, Optional<String>> requestOf;
  private final Set<String> taken = new HashSet<>();

  TakenRequests(Function<Enclosure, Optional<String>> requestOf) {
    this.requestOf = requestOf;
  }

  /** Understands the testkit's own enclosures, and refuses those of anybody else. */
  static Optional<String> ofTestkit(Enclosure enclosure) {
    if (enclosure.equals(Enclosure.NONE)) {
      return Optional.empty();
    }
    if (enclosure instanceof RequestEnclosure(var request)) {
      return Optional.of(request);
    }
    throw new IllegalArgumentException(
        "an enclosure that this storage does not know: " + enclosure);
  }

  boolean holds(Enclosure enclosure) {
    return requestOf.apply(enclosure).filter(taken::contains).isPresent();
  }

  void take(Enclosure enclosure) {
    requestOf.apply(enclosure).ifPresent(taken::add);
  }
}
