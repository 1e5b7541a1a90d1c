package io.storefront.reliability.postgres;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was seen to happen, and how often. Thread-safe. */
final class Tally {
  private final Map<String, Long> seen = new TreeMap<>();

  void saw(String what) {
    saw(what, 1);
  }

  synchronized void saw(String what, long times) {
    seen.merge(what, times, Long::sum);
  }

  /** How often that was seen. */
  synchronized long of(String what) {
    return seen.getOrDefault(what, 0L);
  }

  /** What of this was never seen. */
  synchronized Set<String> missing(Set<String> expected) {
    Set<String> missing = new TreeSet<>(expected);
    missing.removeAll(seen.keySet());
    return missing;
  }

  /** Everything, a line each. */
  synchronized String told() {
    StringBuilder text = new StringBuilder();
    seen.forEach((what, times) -> text.append("  %7d  %s%n".formatted(times, what)));
    return text.toString();
  }
}
