package io.storefront.reliability.blackbox;

import io.storefront.adapters.testkit.OwnServer;
import io.storefront.reliability.blackbox.Plan.Act;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Does what the plan says, one thing after the other. A server that was killed starts again while
 * things go on, as under any supervisor, and again if the database is away just then.
 */
final class Nemesis {
  private static final int TELL_EVERY = 20;
  private static final long AIM_NANOS = Duration.ofSeconds(2).toNanos();
  private static final int SHORTEST_PAUSE = 200;
  private static final int STARTS = 20;

  private final Plan plan;
  private final List<Node> nodes;
  private final OwnServer server;
  private final Ledger ledger;
  private final SplittableRandom random;
  private final List<Blow> blows = Collections.synchronizedList(new ArrayList<>());
  private final List<Thread> starting = new ArrayList<>();
  private OwnServer.Stop how = OwnServer.Stop.FAST;

  /**
   * Something that was done.
   *
   * @param at when, in milliseconds
   * @param back when whatever it was worked again
   * @param orphans references of orders that were PENDING, and whose server was at them
   */
  record Blow(Act act, long at, long back, Set<String> orphans) {
    Blow(Act act, long at, Set<String> orphans) {
      this(act, at, System.currentTimeMillis(), orphans);
    }
  }

  Nemesis(Plan plan, List<Node> nodes, OwnServer server, Ledger ledger) {
    this.plan = plan;
    this.nodes = nodes;
    this.server = server;
    this.ledger = ledger;
    this.random = new SplittableRandom(plan.seed());
  }

  /** Returns when all is done, or the time is over. */
  void rage() throws InterruptedException {
    List<Act> acts = plan.acts();
    long end = System.nanoTime() + plan.bound().toNanos();
    for (int i = 0; i < acts.size() && System.nanoTime() < end; i++) {
      long millisLeft = (end - System.nanoTime()) / 1_000_000;
      long longest = Math.min(plan.longestPause(), millisLeft / (acts.size() - i));
      Thread.sleep(random.nextLong(SHORTEST_PAUSE, Math.max(longest, SHORTEST_PAUSE + 1)));
      strike(acts.get(i));
      if ((i + 1) % TELL_EVERY == 0) {
        System.out.printf("blackbox: %d of %d done%n", i + 1, acts.size());
      }
    }
    for (Thread each : starting) {
      each.join();
    }
  }

  /** What was done. */
  List<Blow> blows() {
    return List.copyOf(blows);
  }

  private void strike(Act act) throws InterruptedException {
    switch (act) {
      case KILL -> kill(victim());
      case FREEZE -> blows.add(freeze(victim()));
      case RESTART -> blows.add(restart());
      case CUT -> blows.add(cut());
    }
  }

  /** One that works; nine times out of ten when the other one does, too, so that orders go on. */
  private Node victim() throws InterruptedException {
    int others = random.nextInt(10) > 0 ? nodes.size() - 1 : 0;
    while (true) {
      List<Node> listening = nodes.stream().filter(node -> node.address().isPresent()).toList();
      if (listening.size() > others) {
        return listening.get(random.nextInt(listening.size()));
      }
      Thread.sleep(5);
    }
  }

  private void kill(Node victim) throws InterruptedException {
    if (random.nextInt(100) < 70) {
      aim(victim);
    }
    Set<Wish> inFlight = victim.atWork().wishes();
    long at = System.currentTimeMillis();
    victim.kill();
    Set<String> orphans = ledger.pending(inFlight);
    starting.add(
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  victim.start(STARTS);
                  blows.add(new Blow(Act.KILL, at, orphans));
                }));
  }

  /** For longer than a lease, so that others take over what it was at. */
  private Blow freeze(Node victim) throws InterruptedException {
    aim(victim);
    Set<Wish> inFlight = victim.atWork().wishes();
    long at = System.currentTimeMillis();
    victim.freeze();
    Set<String> orphans = new HashSet<>(ledger.pending(inFlight));
    Thread.sleep(random.nextInt(6_000, 10_000));
    orphans.removeAll(ledger.pending(inFlight));
    victim.thaw();
    return new Blow(Act.FREEZE, at, orphans);
  }

  private Blow restart() {
    ledger.rememberDeadlocks();
    how = how == OwnServer.Stop.FAST ? OwnServer.Stop.IMMEDIATE : OwnServer.Stop.FAST;
    long at = System.currentTimeMillis();
    server.stop(how);
    server.startAgain();
    long back = System.currentTimeMillis();
    ledger.beginDeadlocks();
    return new Blow(Act.RESTART, at, back, Set.of());
  }

  private Blow cut() {
    long at = System.currentTimeMillis();
    server.terminateConnections();
    return new Blow(Act.CUT, at, Set.of());
  }

  /** Waits until it is in the middle of an order. */
  private static void aim(Node victim) throws InterruptedException {
    long end = System.nanoTime() + AIM_NANOS;
    while (!victim.atWork().isAmidAnOrder() && System.nanoTime() < end) {
      Thread.sleep(10);
    }
  }
}
