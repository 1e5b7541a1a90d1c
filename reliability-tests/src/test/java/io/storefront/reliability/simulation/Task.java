package io.storefront.reliability.simulation;

import io.storefront.reliability.deed.Deed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody has something to do to an order, one thing after the other.
 *
 * @param who tells those apart who work at one order
 * @param client whose order
 * @param startIn when the first is tried first
 * @param node whom it is asked of first
 */
record Task(String who, String client, List<Deed> deeds, Duration startIn, int node) {
  /** Sooner than that, an order may still be placed by whoever placed it. */
  private static final Duration AFTERWARDS = Duration.ofSeconds(1);

  Task {
    deeds = List.copyOf(deeds);
  }

  /** What a clerk does a second after it was placed, when an order stands in fair weather. */
  static Task afterwards(Deed... deeds) {
    return new Task("clerk", "client-1", List.of(deeds), AFTERWARDS, 1);
  }

  /** The same done by somebody else, at the same time, at the other node. */
  Task by(String other) {
    return new Task(other, client, deeds, startIn, 1 - node);
  }

  /** The same at another time. */
  Task in(Duration later) {
    return new Task(who, client, deeds, later, node);
  }

  Task without(int deed) {
    List<Deed> rest = new ArrayList<>(deeds);
    rest.remove(deed);
    return new Task(who, client, rest, startIn, node);
  }

  /** Who asks, as a plan of faults names it. */
  String actor() {
    return who + "-of-" + client;
  }

  /** Whether nobody places the order any more when it begins. */
  boolean isAfterwards() {
    return startIn.compareTo(AFTERWARDS) >= 0;
  }
}
