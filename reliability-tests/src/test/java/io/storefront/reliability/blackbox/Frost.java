package io.storefront.reliability.blackbox;

import io.storefront.adapters.testkit.OwnServer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Freezes and thaws instances of functions while events flow: between events, as Lambda does, and
 * in the middle of one; some for longer than a lease, and some that have lost their connection to
 * the database meanwhile.
 */
final class Frost {
  private static final int TELL_EVERY = 20;
  private static final long AIM_MILLIS = 3_000;

  /** Until one that lasts long strikes an order that others can finish. */
  private static final int TRIES = 20;

  private final List<Function> functions;
  private final Function sweep;
  private final OwnServer server;
  private final Ledger ledger;
  private final SplittableRandom random;
  private final List<Freeze> done = new ArrayList<>();

  /**
   * One of them.
   *
   * @param isSweep whether it was the function for the schedule
   * @param isMiddle whether it was in the middle of an event
   * @param isCut whether all connections were cut meanwhile
   * @param pending orders that it was at, and that were PENDING
   * @param finished those of them that others have brought to their end meanwhile
   * @param came orders that were asked for there while it stood still
   */
  record Freeze(
      boolean isSweep, boolean isMiddle, boolean isCut, int pending, int finished, int came) {}

  Frost(List<Function> functions, Function sweep, OwnServer server, Ledger ledger, long seed) {
    this.functions = functions;
    this.sweep = sweep;
    this.server = server;
    this.ledger = ledger;
    this.random = new SplittableRandom(seed);
  }

  /** Does so many, of each kind in turn. */
  void reign(int count) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      Thread.sleep(random.nextInt(20, 150));
      boolean isLong = i % 10 == 7;
      done.add(freeze(victim(isLong), i % 2 == 1, isLong, i % 10 == 3));
      if ((i + 1) % TELL_EVERY == 0) {
        System.out.printf("freeze: %d of %d done%n", i + 1, count);
      }
    }
  }

  List<Freeze> done() {
    return List.copyOf(done);
  }

  /** What lasts longer than a lease leaves its orders to the sweep, which goes on then. */
  private Function victim(boolean isLong) {
    return !isLong && random.nextInt(4) == 0
        ? sweep
        : functions.get(random.nextInt(functions.size()));
  }

  private Freeze freeze(Function victim, boolean inTheMiddle, boolean isLong, boolean isCut)
      throws InterruptedException {
    Set<Wish> asked = struck(victim, inTheMiddle);
    for (int i = 0; isLong && ledger.pending(asked).isEmpty() && i < TRIES; i++) {
      victim.thaw();
      asked = struck(victim, inTheMiddle);
    }
    boolean isMiddle = victim.isAtWork();
    Set<String> pending = ledger.pending(asked);
    if (isCut) {
      server.terminateConnections();
    }
    Thread.sleep(isLong ? random.nextInt(7_500, 9_000) : random.nextInt(50, 400));
    Set<String> finished = new HashSet<>(pending);
    finished.removeAll(ledger.pending(asked));
    Set<Wish> came = new HashSet<>(victim.atWork().wishes());
    came.removeAll(asked);
    victim.thaw();
    return new Freeze(
        victim == sweep, isMiddle, isCut, pending.size(), finished.size(), came.size());
  }

  /** Freezes it; what was being asked for there. */
  private Set<Wish> struck(Function victim, boolean inTheMiddle) throws InterruptedException {
    aim(victim, inTheMiddle);
    victim.freeze();
    return victim.atWork().wishes();
  }

  /** Waits until it is in the middle of something, of an order at best; or of nothing. */
  private void aim(Function victim, boolean inTheMiddle) throws InterruptedException {
    long end = System.currentTimeMillis() + AIM_MILLIS;
    while (System.currentTimeMillis() < end && !isAsWished(victim, inTheMiddle)) {
      Thread.sleep(1);
    }
  }

  private boolean isAsWished(Function victim, boolean inTheMiddle) {
    if (!inTheMiddle) {
      return !victim.isAtWork();
    }
    return victim.isAtWork() && (victim == sweep || victim.atWork().isAmidAnOrder());
  }
}
