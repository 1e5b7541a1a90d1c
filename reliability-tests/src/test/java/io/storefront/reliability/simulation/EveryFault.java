package io.storefront.reliability.simulation;

import io.storefront.reliability.simulation.Fault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Every fault at every call of a scenario, and every two, or some of these. */
final class EveryFault {
  /** Those that differ in what they leave behind; the others are variations of them. */
  private static final List<Kind> IN_PAIRS =
      List.of(
          Kind.CRASH_BEFORE,
          Kind.CRASH_AFTER,
          Kind.FAIL_NOT_DONE,
          Kind.FAIL_DONE,
          Kind.DELAY_BEFORE,
          Kind.DUPLICATE);

  /** Whether a call that changes nothing was made before it failed makes no difference. */
  private static final List<Kind> AT_READS =
      List.of(Kind.CRASH_BEFORE, Kind.FAIL_NOT_DONE, Kind.DELAY_BEFORE);

  private static final Set<String> READS =
      Set.of(
          "Answers.find",
          "CustomerLookup.check",
          "Orders.find",
          "Orders.findByReference",
          "Payments.ask",
          "ProductCatalog.offers");

  private static final int NEAR = 10;
  private static final int LAST = 3;

  /** No divisor of how many kinds there are, so that none of them is always left out. */
  static final int ONE_IN = Integer.getInteger("simulation.pairs", 5);

  private EveryFault() {}

  /** All kinds at all calls. */
  static List<Fault> alone(Case plot) {
    return at(Simulation.run(plot).calls(), List.of(Kind.values()));
  }

  /** All kinds at all calls. */
  static void alone(Case plot, Batch batch) {
    alone(plot).forEach(fault -> batch.run(plot.and(fault)));
  }

  /**
   * All pairs, or one in so many; the second fault strikes a call that is made because of the
   * first, soon after it or at last. Where events are relayed, both strike the relays, and one
   * wiring will do, as it will where the provider is away for long: neither has to do with stock,
   * and what strikes whoever places and acts differs in nothing from the same without relays. Where
   * acts follow, nothing strikes whoever has placed the order, which is done by then.
   */
  static void pairs(Case plot, Batch batch) {
    boolean anyWiring = plot.bus().isPresent() || plot.hasLongOutage();
    if (anyWiring && plot.wiring() == Wiring.REMOTE) {
      return;
    }
    List<Call> calls = Simulation.run(plot).calls();
    int pair = 0;
    for (int i = 0; i < calls.size(); i++) {
      for (Fault first : inPairs(plot, calls.subList(i, i + 1))) {
        Case once = plot.and(first);
        List<Call> after = Simulation.run(once).calls();
        List<Call> later = later(after, i + 1);
        for (Fault second : inPairs(plot, later)) {
          if (batch.hasEnough()) {
            return;
          }
          if (pair++ % ONE_IN == 0) {
            batch.run(once.and(second));
          }
        }
      }
    }
  }

  /** What strikes far apart in a long run strikes as if it were alone; but each end is struck. */
  private static List<Call> later(List<Call> calls, int from) {
    List<Call> later = calls.subList(Math.min(from, calls.size()), calls.size());
    if (later.size() <= NEAR + LAST) {
      return later;
    }
    List<Call> struck = new ArrayList<>(later.subList(0, NEAR));
    struck.addAll(later.subList(later.size() - LAST, later.size()));
    return struck;
  }

  private static List<Fault> at(List<Call> calls, List<Kind> kinds) {
    List<Fault> faults = new ArrayList<>();
    for (Call call : calls) {
      kinds.forEach(kind -> faults.add(new Fault(call.actor(), call.number(), kind)));
    }
    return faults;
  }

  private static boolean isStruck(Case plot, String actor) {
    if (plot.bus().isPresent()) {
      return actor.startsWith("relay");
    }
    boolean afterwards =
        !plot.tasks().isEmpty() && plot.tasks().stream().allMatch(Task::isAfterwards);
    return !afterwards || !actor.startsWith("client");
  }

  private static List<Fault> inPairs(Case plot, List<Call> calls) {
    List<Fault> faults = new ArrayList<>();
    for (Call call : calls) {
      if (isStruck(plot, call.actor())) {
        faults.addAll(at(List.of(call), READS.contains(call.method()) ? AT_READS : IN_PAIRS));
      }
    }
    return faults;
  }
}
