package io.storefront.reliability.simulation;

import io.storefront.orders.CapturePolicy;
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
 * @param capture when money is taken
 * @param bus what becomes of each call to the bus, one after the other; empty where nobody relays
 */
record Case(
    long seed,
    Wiring wiring,
    Picking picking,
    Map<Goods, Integer> shelf,
    List<Wish> wishes,
    List<Task> tasks,
    List<Fault> faults,
    Duration deadline,
    Duration healsAfter,
    List<Duration> skew,
    CapturePolicy capture,
    Optional<List<BusWeather>> bus) {
  private static final int MANY = 10;

  Case {
    EnumMap<Goods, Integer> units = new EnumMap<>(Goods.class);
    units.putAll(shelf);
    shelf = units;
    wishes = List.copyOf(wishes);
    tasks = List.copyOf(tasks);
    faults = List.copyOf(faults);
    skew = List.copyOf(skew);
    bus = bus.map(List::copyOf);
  }

  /** Whether the provider is away for so long that orders are asked for less and less often. */
  boolean hasLongOutage() {
    return wishes.stream().anyMatch(wish -> wish.weather().size() > MANY);
  }

  Case with(List<Fault> others) {
    return copy(wishes, tasks, others, capture, bus);
  }

  Case wishing(List<Wish> others) {
    return copy(others, tasks, faults, capture, bus);
  }

  Case doing(List<Task> others) {
    return copy(wishes, others, faults, capture, bus);
  }

  Case capturing(CapturePolicy other) {
    return copy(wishes, tasks, faults, other, bus);
  }

  Case publishing(Optional<List<BusWeather>> calls) {
    return copy(wishes, tasks, faults, capture, calls);
  }

  private Case copy(
      List<Wish> wants,
      List<Task> does,
      List<Fault> fails,
      CapturePolicy policy,
      Optional<List<BusWeather>> calls) {
    return new Case(
        seed,
        wiring,
        picking,
        shelf,
        wants,
        does,
        fails,
        deadline,
        healsAfter,
        skew,
        policy,
        calls);
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
        "seed %d, stock %s, picking %s, deadline %s, heals after %s, skew %s, capture %s%n"
            .formatted(seed, wiring, picking, deadline, healsAfter, skew, capture));
    text.append("  shelf ").append(shelf).append('\n');
    wishes.forEach(wish -> text.append("  ").append(wish).append('\n'));
    tasks.forEach(task -> text.append("  ").append(task).append('\n'));
    faults.forEach(fault -> text.append("  fault ").append(fault).append('\n'));
    bus.ifPresent(calls -> text.append("  bus ").append(calls).append('\n'));
    return text.toString();
  }
}
