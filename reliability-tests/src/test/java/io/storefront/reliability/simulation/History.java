package io.storefront.reliability.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the clients asked and heard, in the order in which they heard it. */
final class History {
  private final List<Heard> all = new ArrayList<>();

  /**
   * An answer.
   *
   * @param took how long the client waited for it
   */
  record Heard(String who, Wish wish, Reply reply, Duration took) {}

  void add(Heard heard) {
    all.add(heard);
  }

  List<Heard> all() {
    return all;
  }
}
