package io.storefront.reliability.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which calls go wrong, until everything heals. */
final class Plan {
  private final List<Fault> faults;
  private final List<Fault> met = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private boolean healed;

  Plan(List<Fault> faults) {
    this.faults = faults;
  }

  /** What goes wrong at this call. */
  Optional<Fault> at(Call call) {
    if (healed) {
      return Optional.empty();
    }
    calls.add(call);
    for (Fault fault : faults) {
      if (fault.call() == call.number() && fault.actor().equals(call.actor())) {
        met.add(fault);
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  /** From now on nothing goes wrong. */
  void heal() {
    healed = true;
  }

  /** The calls at which something could have gone wrong, in the order in which they were made. */
  List<Call> calls() {
    return calls;
  }

  /** What went wrong. */
  List<Fault> met() {
    return met;
  }
}
