package io.storefront.wiring;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was opened, the last first, unless everything went well. */
final class Undo implements AutoCloseable {
  private final Deque<Runnable> steps = new ArrayDeque<>();

  void add(Runnable step) {
    steps.push(step);
  }

  void forget() {
    steps.clear();
  }

  @Override
  public void close() {
    while (!steps.isEmpty()) {
      steps.pop().run();
    }
  }
}
