package io.storefront.reliability.simulation;

import io.storefront.reliability.simulation.Fault.Kind;
import java.util.ArrayList;
import java.util.List;

/** Every fault at every call of a scenario, and every two. */
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

  private EveryFault() {}

  /** All kinds at all calls. */
  static void alone(Case plot, Batch batch) {
    List<Call> calls = batch.run(plot).calls();
    for (Fault fault : at(calls, List.of(Kind.values()))) {
      batch.run(plot.and(fault));
    }
  }

  /** All pairs; the second fault strikes a call that is made because of the first. */
  static void pairs(Case plot, Batch batch) {
    List<Call> calls = Simulation.run(plot).calls();
    for (int i = 0; i < calls.size(); i++) {
      for (Fault first : at(calls.subList(i, i + 1), IN_PAIRS)) {
        Case once = plot.and(first);
        List<Call> after = Simulation.run(once).calls();
        for (Fault second :
            at(after.subList(Math.min(i + 1, after.size()), after.size()), IN_PAIRS)) {
          if (batch.hasEnough()) {
            return;
          }
          batch.run(once.and(second));
        }
      }
    }
  }

  private static List<Fault> at(List<Call> calls, List<Kind> kinds) {
    List<Fault> faults = new ArrayList<>();
    for (Call call : calls) {
      kinds.forEach(kind -> faults.add(new Fault(call.actor(), call.number(), kind)));
    }
    return faults;
  }
}
