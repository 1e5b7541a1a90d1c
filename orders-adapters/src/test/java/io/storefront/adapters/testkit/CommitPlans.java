package io.storefront.adapters.testkit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Which commits are to be struck, and how; counts those that pass. */
final class CommitPlans {
  private final List<Plan> plans = new ArrayList<>();
  private int seen;

  private record Plan(String fragment, AtomicInteger left, CommitFault fault) {
    boolean isOf(String sql) {
      return sql.contains(fragment);
    }
  }

  synchronized void add(String fragment, int nth, CommitFault fault) {
    if (nth < 1) {
      throw new IllegalArgumentException("commits are counted from 1: " + nth);
    }
    plans.add(new Plan(fragment, new AtomicInteger(nth), fault));
  }

  /** What happens to this commit; each plan strikes once. */
  synchronized Optional<CommitFault> next(String sql) {
    seen++;
    Optional<CommitFault> struck = Optional.empty();
    Iterator<Plan> each = plans.iterator();
    while (each.hasNext()) {
      Plan plan = each.next();
      if (plan.isOf(sql) && plan.left().decrementAndGet() == 0) {
        each.remove();
        struck = Optional.of(plan.fault());
      }
    }
    return struck;
  }

  synchronized void forget() {
    plans.clear();
  }

  synchronized int pending() {
    return plans.size();
  }

  synchronized int seen() {
    return seen;
  }
}
