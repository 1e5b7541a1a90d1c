package io.storefront.reliability.simulation;

import io.storefront.orders.OrderId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the clients asked and heard, in the order in which they heard it. */
final class History {
  private final List<Heard> all = new ArrayList<>();
  private final List<CancelHeard> cancels = new ArrayList<>();

  /**
   * An answer.
   *
   * @param took how long the client waited for it
   */
  record Heard(String who, Wish wish, Reply reply, Duration took) {}

  /** What whoever called an order off was told. */
  record CancelHeard(String who, OrderId order, String word) {}

  void addCancel(CancelHeard heard) {
    cancels.add(heard);
  }

  List<CancelHeard> cancels() {
    return cancels;
  }

  void add(Heard heard) {
    all.add(heard);
  }

  List<Heard> all() {
    return all;
  }
}
