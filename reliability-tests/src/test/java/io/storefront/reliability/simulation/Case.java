package io.storefront.reliability.simulation;

import io.storefront.reliability.baton.Baton.Picking;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run, whole: whoever has it can have the same run again.
 *
 * @param seed of everything that is left to chance
 * @param shelf units of each product; of what is not named there are none
 * @param deadline how long an order may stay pending
 * @param healsAfter when everything that is broken is mended, and nothing breaks any more
 * @param skew how far the clocks of the two nodes are from the storage's
 * @param bus what becomes of each call to the bus, one after the other; empty where nobody relays
 */
record Case(
    long seed,
    Wiring wiring,
    Picking picking,
    Map<Goods, Integer> shelf,
    List<Wish> wishes,
    List<Cancel> cancels,
    List<Fault> faults,
    Duration deadline,
    Duration healsAfter,
    List<Duration> skew,
    Optional<List<BusWeather>> bus) {
  private static final int MANY = 10;

  Case {
    EnumMap<Goods, Integer> units = new EnumMap<>(Goods.class);
    units.putAll(shelf);
    shelf = units;
    wishes = List.copyOf(wishes);
    cancels = List.copyOf(cancels);
    faults = List.copyOf(faults);
    skew = List.copyOf(skew);
    bus = bus.map(List::copyOf);
  }

  /** Whether the provider is away for so long that orders are asked for less and less often. */
  boolean hasLongOutage() {
    return wishes.stream().anyMatch(wish -> wish.weather().size() > MANY);
  }

  Case with(List<Fault> others) {
    return new Case(
        seed, wiring, picking, shelf, wishes, cancels, others, deadline, healsAfter, skew, bus);
  }

  Case wishing(List<Wish> others) {
    return new Case(
        seed, wiring, picking, shelf, others, cancels, faults, deadline, healsAfter, skew, bus);
  }

  Case cancelling(List<Cancel> others) {
    return new Case(
        seed, wiring, picking, shelf, wishes, others, faults, deadline, healsAfter, skew, bus);
  }

  Case publishing(Optional<List<BusWeather>> calls) {
    return new Case(
        seed, wiring, picking, shelf, wishes, cancels, faults, deadline, healsAfter, skew, calls);
  }

  /** The same with one fault more. */
  Case and(Fault fault) {
    List<Fault> more = new ArrayList<>(faults);
    more.add(fault);
    return with(more);
  }

  /** In lines, for whoever has to find out why it went wrong. */
  String told() {
    StringBuilder text = new StringBuilder();
    text.append(
        "seed %d, stock %s, picking %s, deadline %s, heals after %s, skew %s%n"
            .formatted(seed, wiring, picking, deadline, healsAfter, skew));
    text.append("  shelf ").append(shelf).append('\n');
    wishes.forEach(wish -> text.append("  ").append(wish).append('\n'));
    cancels.forEach(cancel -> text.append("  ").append(cancel).append('\n'));
    faults.forEach(fault -> text.append("  fault ").append(fault).append('\n'));
    bus.ifPresent(calls -> text.append("  bus ").append(calls).append('\n'));
    return text.toString();
  }
}
