package io.storefront.reliability.simulation;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was seen to happen, and how often: a test that never meets a fault shows nothing. */
final class Coverage {
  private final Map<String, Long> seen = new TreeMap<>();

  void saw(Enum<?> what) {
    saw(what.getDeclaringClass().getSimpleName() + " " + what.name());
  }

  void saw(String what) {
    seen.merge(what, 1L, Long::sum);
  }

  void add(Coverage other) {
    other.seen.forEach((what, times) -> seen.merge(what, times, Long::sum));
  }

  /** What of this was never seen. */
  Set<String> missing(Set<String> expected) {
    Set<String> missing = new TreeSet<>(expected);
    missing.removeAll(seen.keySet());
    return missing;
  }

  /** Everything, with how often. */
  Map<String, Long> all() {
    return seen;
  }
}
