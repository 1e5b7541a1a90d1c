package io.storefront.reliability.simulation;

import io.storefront.orders.Order;
import io.storefront.orders.Refusal;
import io.storefront.orders.usecase.ActOnOrder.Outcome;
import io.storefront.reliability.deed.Deed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the clients and clerks asked and heard, in the order in which they heard it. */
final class History {
  private final List<Heard> all = new ArrayList<>();
  private final List<Did> deeds = new ArrayList<>();

  /**
   * An answer.
   *
   * @param took how long the client waited for it
   */
  record Heard(String who, Wish wish, Reply reply, Duration took) {}

  /**
   * What became of one try of a deed.
   *
   * @param name of the deed, the same for each try
   * @param seen the order as it was looked at before
   * @param word what was heard, or a refusal's code
   * @param outcome what came back, where something did
   */
  record Did(String name, Deed deed, Order seen, String word, Optional<Outcome<?>> outcome) {
    static final String DONE = "done";
    static final String DONE_BEFORE = "done before";
    static final String UNSURE = "unsure";
    static final String NOT_YET = "not yet";
    static final String CONFLICT = "conflict";

    /** Asking again makes no sense. */
    boolean isFinal() {
      return !word.equals(UNSURE) && !word.equals(NOT_YET) && !word.equals(CONFLICT);
    }

    /** It is as it was wanted, and that for good. */
    boolean isDone() {
      return word.equals(DONE) || word.equals(DONE_BEFORE);
    }

    Optional<Refusal> refusal() {
      return outcome
          .filter(Outcome.Refused.class::isInstance)
          .map(it -> ((Outcome.Refused<?>) it).refusal());
    }
  }

  void add(Did heard) {
    deeds.add(heard);
  }

  List<Did> deeds() {
    return deeds;
  }

  void add(Heard heard) {
    all.add(heard);
  }

  List<Heard> all() {
    return all;
  }
}
