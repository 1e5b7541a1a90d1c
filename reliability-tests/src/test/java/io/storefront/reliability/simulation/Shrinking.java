package io.storefront.reliability.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Leaves out of a case that fails whatever it fails without. */
final class Shrinking {
  private static final int MAX_RUNS = 400;

  private final UnaryOperator<Ports> spoiling;
  private Case smallest;
  private int runs;

  private Shrinking(Case failing, UnaryOperator<Ports> spoiling) {
    this.smallest = failing;
    this.spoiling = spoiling;
  }

  /** The smallest case found that still fails. */
  static Case of(Case failing) {
    return of(failing, UnaryOperator.identity());
  }

  /** The smallest case found that still fails under this spoiling. */
  static Case of(Case failing, UnaryOperator<Ports> spoiling) {
    Shrinking shrinking = new Shrinking(failing, spoiling);
    Case before;
    do {
      before = shrinking.smallest;
      shrinking.dropFaults();
      shrinking.dropWishes();
      shrinking.dropDeeds();
      shrinking.clearSkies();
      shrinking.keepIfFailing(shrinking.smallest.publishing(Optional.empty()));
    } while (!before.equals(shrinking.smallest));
    return shrinking.smallest;
  }

  private void dropFaults() {
    for (int i = smallest.faults().size() - 1; i >= 0; i--) {
      keepIfFailing(smallest.with(without(smallest.faults(), i)));
    }
  }

  private void dropWishes() {
    for (int i = smallest.wishes().size() - 1; i >= 0; i--) {
      keepIfFailing(smallest.wishing(without(smallest.wishes(), i)));
    }
  }

  private void dropDeeds() {
    for (int i = smallest.tasks().size() - 1; i >= 0; i--) {
      for (int deed = smallest.tasks().get(i).deeds().size() - 1; deed >= 0; deed--) {
        List<Task> tasks = new ArrayList<>(smallest.tasks());
        tasks.set(i, tasks.get(i).without(deed));
        keepIfFailing(smallest.doing(tasks));
      }
      keepIfFailing(smallest.doing(without(smallest.tasks(), i)));
    }
  }

  private void clearSkies() {
    for (int i = 0; i < smallest.wishes().size(); i++) {
      Wish wish = smallest.wishes().get(i);
      for (int call = wish.weather().size() - 1; call >= 0; call--) {
        List<Wish> wishes = new ArrayList<>(smallest.wishes());
        Wish now = wishes.get(i);
        wishes.set(i, now.in(without(now.weather(), call).toArray(Weather[]::new)));
        keepIfFailing(smallest.wishing(wishes));
      }
    }
  }

  private void keepIfFailing(Case smaller) {
    if (runs++ < MAX_RUNS && !Simulation.run(smaller, spoiling, false).isSound()) {
      smallest = smaller;
    }
  }

  private static <T> List<T> without(List<T> all, int index) {
    List<T> rest = new ArrayList<>(all);
    if (index < rest.size()) {
      rest.remove(index);
    }
    return rest;
  }
}
