package io.storefront.app.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A bounded memory that forgets in time; what was not found is not remembered. Thread-safe. */
final class Remembered<K, V> {
  private final InstantSource clock;
  private final Duration memory;
  private final Map<K, Kept<V>> entries;

  private record Kept<V>(V value, Instant until) {}

  Remembered(InstantSource clock, Duration memory, int most) {
    this.clock = clock;
    this.memory = memory;
    this.entries =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, Kept<V>> eldest) {
            return size() > most;
          }
        };
  }

  Optional<V> get(K key, Function<K, Optional<V>> find) {
    Optional<V> known = known(key);
    if (known.isPresent()) {
      return known;
    }
    Instant asked = clock.instant();
    Optional<V> found = find.apply(key);
    found.ifPresent(value -> remember(key, new Kept<>(value, asked.plus(memory))));
    return found;
  }

  synchronized void forget(K key) {
    entries.remove(key);
  }

  private synchronized Optional<V> known(K key) {
    return Optional.ofNullable(entries.get(key))
        .filter(entry -> clock.instant().isBefore(entry.until()))
        .map(Kept::value);
  }

  private synchronized void remember(K key, Kept<V> entry) {
    entries.remove(key);
    entries.put(key, entry);
  }
}
