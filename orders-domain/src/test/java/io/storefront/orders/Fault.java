package io.storefront.orders;

import io.storefront.orders.Interference.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What goes wrong at the n-th call of a process. */
record Fault(boolean isCrash, Moment moment, int n) {
  private static final int BEYOND_THE_LAST_CALL = 40;

  /** Nothing. */
  static final Fault NONE = new Fault(true, Moment.BEFORE, BEYOND_THE_LAST_CALL);

  Interference counting(AtomicInteger calls) {
    Interference fault =
        isCrash ? Interference.crash(n, moment) : Interference.away(n, moment, call -> true);
    return call -> {
      calls.incrementAndGet();
      return fault.around(call);
    };
  }

  static List<Fault> upTo(int calls) {
    List<Fault> faults = new ArrayList<>();
    for (int n = 1; n <= calls; n++) {
      for (Moment moment : Moment.values()) {
        faults.add(new Fault(true, moment, n));
        faults.add(new Fault(false, moment, n));
      }
    }
    return faults;
  }
}
