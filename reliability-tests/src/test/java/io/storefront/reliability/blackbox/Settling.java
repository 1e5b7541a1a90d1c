package io.storefront.reliability.blackbox;

import io.storefront.app.testkit.ApiAnswer;
import io.storefront.reliability.blackbox.Adjustment.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** After everything has healed: waits until it is quiet, and asks with every key how it ended. */
final class Settling {
  /** Within which everything has to come to its end. */
  static final Duration QUIET_WITHIN = Duration.ofSeconds(60);

  private static final int AT_ONCE = 4;
  private static final int TRIES = 20;

  private final History history;
  private final Ledger ledger;

  /**
   * How it went.
   *
   * @param healed when, in milliseconds
   * @param left the references of orders that were PENDING then
   * @param millis how long it took until nothing was left to do; -1 when that took too long
   */
  record Quiet(long healed, Set<String> left, long millis) {}

  Settling(History history, Ledger ledger) {
    this.history = history;
    this.ledger = ledger;
  }

  /** Asks at each door, because the first time may begin what had never begun. */
  Quiet settle(List<? extends Door> doors) throws InterruptedException {
    Quiet quiet = awaitQuiet();
    for (Door door : doors) {
      replay(door);
      awaitQuiet();
    }
    return quiet;
  }

  private Quiet awaitQuiet() throws InterruptedException {
    long healed = System.currentTimeMillis();
    Set<String> left = ledger.pending();
    long begin = System.nanoTime();
    long waited = 0;
    while (waited < QUIET_WITHIN.toNanos()) {
      if (ledger.unfinished() == 0) {
        return new Quiet(healed, left, waited / 1_000_000);
      }
      Thread.sleep(50);
      waited = System.nanoTime() - begin;
    }
    return new Quiet(healed, left, -1);
  }

  private void replay(Door door) throws InterruptedException {
    List<Callable<Boolean>> calls = new ArrayList<>();
    history.talks().forEach(talk -> calls.add(() -> ask(talk.wish(), door)));
    history
        .adjustments()
        .forEach(
            (adjustment, outcome) -> {
              if (outcome == Outcome.UNKNOWN) {
                calls.add(() -> ask(adjustment, door));
              }
            });
    await(calls);
  }

  private static void await(Collection<Callable<Boolean>> calls) throws InterruptedException {
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (Future<Boolean> each : threads.invokeAll(calls)) {
        if (!each.get()) {
          throw new IllegalStateException("a healthy server does not answer");
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean ask(Wish wish, Door door) throws InterruptedException {
    for (int i = 0; i < TRIES; i++) {
      Optional<Said> said = door.send(wish.call()).map(Said::of);
      history.hears(wish, said);
      if (said.isPresent() && !said.get().isUnclear()) {
        return true;
      }
      Thread.sleep(100);
    }
    return false;
  }

  private boolean ask(Adjustment adjustment, Door door) throws InterruptedException {
    for (int i = 0; i < TRIES; i++) {
      Outcome outcome =
          Adjustment.of(door.send(adjustment.call()).map(ApiAnswer::status).orElse(0));
      history.settles(adjustment, outcome);
      if (outcome != Outcome.UNKNOWN) {
        return true;
      }
      Thread.sleep(100);
    }
    return false;
  }
}
