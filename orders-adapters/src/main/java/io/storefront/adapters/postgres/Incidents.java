package io.storefront.adapters.postgres;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** How often something went otherwise than it should, since the start. Thread-safe. */
final class Incidents {
  private final Map<String, LongAdder> retries = new ConcurrentHashMap<>();

  private final LongAdder expiredLeases = new LongAdder();

  Incidents() {
    SqlFailure.REASONS.forEach(reason -> retries.put(reason, new LongAdder()));
  }

  /** Something is tried again. */
  void retried(SqlFailure failure) {
    retries.computeIfAbsent(failure.reason(), first -> new LongAdder()).increment();
  }

  /** Somebody goes on where another one has not come back in time. */
  void leaseExpired() {
    expiredLeases.increment();
  }

  Map<String, Long> retries() {
    return retries.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().sum()));
  }

  long expiredLeases() {
    return expiredLeases.sum();
  }
}
