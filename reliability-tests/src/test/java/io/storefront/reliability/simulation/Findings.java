package io.storefront.reliability.simulation;

import java.util.ArrayList;
import java.util.List;

/** The promises that a run has broken. */
final class Findings {
  private final List<Violation> all = new ArrayList<>();

  void require(boolean holds, String invariant, String what) {
    if (!holds) {
      all.add(new Violation(invariant, what));
    }
  }

  List<Violation> all() {
    return all;
  }
}
