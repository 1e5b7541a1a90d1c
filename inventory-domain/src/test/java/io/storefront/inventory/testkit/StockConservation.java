package io.storefront.inventory.testkit;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plays the sequence of a seed; if a rule breaks, looks for a shorter one that breaks it too. */
final class StockConservation {
  private final StockStage stage;
  private final long seed;

  StockConservation(StockStage stage, long seed) {
    this.stage = stage;
    this.seed = seed;
  }

  void check() {
    List<StockAct> acts = new StockActs(seed).make();
    Optional<Throwable> failure = failureOf(acts);
    if (failure.isPresent()) {
      List<StockAct> fewest = shrunk(acts);
      throw new AssertionError(
          fewest.stream()
              .map(StockAct::toString)
              .collect(joining("\n  ", "seed " + seed + " breaks with these acts:\n  ", "\n")),
          failureOf(fewest).orElse(failure.get()));
    }
  }

  private List<StockAct> shrunk(List<StockAct> acts) {
    List<StockAct> fewest = acts;
    int i = 0;
    while (i < fewest.size()) {
      List<StockAct> fewer = new ArrayList<>(fewest);
      fewer.remove(i);
      if (failureOf(fewer).isPresent()) {
        fewest = fewer;
        i = 0;
      } else {
        i++;
      }
    }
    return fewest;
  }

  private Optional<Throwable> failureOf(List<StockAct> acts) {
    try {
      StockRehearsal rehearsal = new StockRehearsal(stage);
      acts.forEach(rehearsal::play);
      return Optional.empty();
    } catch (AssertionError | RuntimeException e) {
      return Optional.of(e);
    }
  }
}
