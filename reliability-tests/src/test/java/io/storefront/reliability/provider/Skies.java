package io.storefront.reliability.provider;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What becomes of which call: as each order's token says, until its run is healed. Thread-safe. */
final class Skies {
  private final Map<String, Deque<Mode>> coming = new HashMap<>();
  private final Map<String, String> runs = new HashMap<>();
  private final Set<String> healed = new HashSet<>();
  private final Map<Mode, Long> met = new EnumMap<>(Mode.class);

  /** The mode of this call. */
  synchronized Mode next(Request request) {
    String order = request.get("order");
    String[] token = request.get("token").split("\\.", -1);
    if (token.length > 4) {
      runs.putIfAbsent(order, token[2]);
      coming.putIfAbsent(order, modes(token[4]));
    }
    Deque<Mode> modes = coming.getOrDefault(order, new ArrayDeque<>());
    Mode mode = healed.contains(run(request)) || modes.isEmpty() ? Mode.CLEAR : modes.removeFirst();
    met.merge(mode, 1L, Long::sum);
    return mode;
  }

  /** What the call belongs to. */
  synchronized String run(Request request) {
    return runs.getOrDefault(request.get("order"), "");
  }

  /** From now on everything about it is clear. */
  synchronized void heal(String run) {
    healed.add(run);
  }

  /** How many calls met which mode. */
  synchronized Map<Mode, Long> met() {
    return new EnumMap<>(met);
  }

  private static Deque<Mode> modes(String names) {
    return new ArrayDeque<>(
        List.of(names.split("-")).stream()
            .filter(name -> !name.isEmpty())
            .map(Mode::valueOf)
            .toList());
  }
}
