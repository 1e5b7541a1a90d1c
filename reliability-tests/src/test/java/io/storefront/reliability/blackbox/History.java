package io.storefront.reliability.blackbox;

import io.storefront.reliability.blackbox.Evidence.Event;
import io.storefront.reliability.blackbox.Evidence.Glance;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Remembers what clients ask, see and hear. Used by many threads. */
final class History {
  private static final long MEET_WITHIN_MILLIS = 60_000;

  private final Map<Wish, Talk> talks = new ConcurrentHashMap<>();
  private final Map<Adjustment, Adjustment.Outcome> adjustments = new ConcurrentHashMap<>();
  private final Queue<Glance> glances = new ConcurrentLinkedQueue<>();
  private final Queue<Event> followed = new ConcurrentLinkedQueue<>();
  private final SortedMap<String, LongAdder> outcomes = new ConcurrentSkipListMap<>();
  private final Queue<Long> successes = new ConcurrentLinkedQueue<>();

  void asks(Wish wish) {
    talks.putIfAbsent(wish, new Talk(wish, List.of()));
  }

  /** Empty when no answer came. */
  void hears(Wish wish, Optional<Said> said) {
    count("order: " + said.map(Said::kind).orElse("no answer"));
    if (said.isPresent() && !said.get().isUnclear()) {
      talks.computeIfPresent(wish, (same, talk) -> talk.and(said.get()));
    }
    if (said.isPresent() && said.get().status() < 300) {
      successes.add(System.currentTimeMillis());
    }
  }

  /** Once its outcome was unknown it stays so until somebody asks when all is over. */
  void adjusts(Adjustment adjustment, Adjustment.Outcome outcome) {
    count("adjustment: " + outcome);
    adjustments.merge(
        adjustment, outcome, (before, now) -> now == Adjustment.Outcome.REFUSED ? before : now);
  }

  /** What came out when all was over. */
  void settles(Adjustment adjustment, Adjustment.Outcome outcome) {
    adjustments.put(adjustment, outcome);
  }

  void glances(Glance glance) {
    count("read: " + (glance.status().isEmpty() ? "nothing" : glance.status()));
    glances.add(glance);
  }

  void follows(List<Event> events) {
    followed.addAll(events);
  }

  void count(String outcome) {
    outcomes.computeIfAbsent(outcome, name -> new LongAdder()).increment();
  }

  /** A short run on a busy machine may have met too little when it is over: waits a minute. */
  void awaitEvery(Collection<String> expected) throws InterruptedException {
    long end = System.currentTimeMillis() + MEET_WITHIN_MILLIS;
    while (!outcomes.keySet().containsAll(expected) && System.currentTimeMillis() < end) {
      Thread.sleep(50);
    }
  }

  SortedMap<String, LongAdder> outcomes() {
    return outcomes;
  }

  List<Talk> talks() {
    return List.copyOf(talks.values());
  }

  Map<Adjustment, Adjustment.Outcome> adjustments() {
    return Map.copyOf(adjustments);
  }

  /** When each order was taken that was, in milliseconds. */
  long[] successes() {
    return successes.stream().mapToLong(it -> it).sorted().toArray();
  }

  Evidence with(List<Event> feed) {
    return new Evidence(
        talks(), adjustments(), List.copyOf(glances), List.copyOf(followed), List.copyOf(feed));
  }
}
