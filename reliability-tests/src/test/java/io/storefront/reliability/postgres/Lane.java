package io.storefront.reliability.postgres;

import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.orders.port.Payments;
import io.storefront.reliability.provider.HttpPayments;
import io.storefront.reliability.provider.ProviderProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** A database with two nodes at it, on which one schedule runs after the other. */
final class Lane implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final int LOOK_MILLIS = 40;
  private static final int VERIFY_EVERY = 10;
  private static final int MOST_AUDITS = 6;
  private static final AtomicLong RUNS = new AtomicLong();

  private final TestDatabase database = TestDatabase.create();
  private final Records records = new Records(database);
  private final ProviderProcess provider;
  private final Tally tally;
  private final Bus bus;
  private final List<Node> nodes;
  private int runs;

  /** What came of a schedule. */
  record Outcome(Schedule schedule, List<String> violations, Duration took) {}

  Lane(ProviderProcess provider, Tally tally) {
    this.provider = provider;
    this.tally = tally;
    this.bus = new Bus(new SplittableRandom(RUNS.get()), tally);
    Tempo tempo = new Tempo();
    Payments payments = new HttpPayments(provider.address());
    this.nodes =
        List.of(
            new Node(database, tempo, payments, bus, tally),
            new Node(database, tempo, payments, bus, tally));
  }

  /** Runs one, to its end. */
  Outcome run(Schedule schedule) throws InterruptedException {
    long begin = System.nanoTime();
    String run = "r" + schedule.seed() + "n" + RUNS.incrementAndGet();
    records.furnish(schedule, run);
    nodes.forEach(node -> node.follow(schedule.policies()));
    History history = new History();
    Crowd crowd = new Crowd(run, schedule.shoppers().size(), nodes, records, history);
    letThemMeet(schedule, run, crowd, history);
    List<String> violations = new ArrayList<>(awaitRest(run));
    violations.addAll(audit(schedule, run, crowd));
    Evidence evidence = Evidence.of(schedule, run, records, provider, bus, history);
    evidence.tell(tally);
    violations.addAll(Checks.of(evidence));
    if (++runs % VERIFY_EVERY == 0) {
      violations.addAll(verified());
    }
    return new Outcome(schedule, violations, Duration.ofNanos(System.nanoTime() - begin));
  }

  /** What the database itself says does not hold. */
  List<String> verified() {
    List<String> found =
        new ArrayList<>(database.findings().stream().map(Object::toString).toList());
    if (records.forgottenTransactions() > 0) {
      found.add("I13 transactions that nobody ends");
    }
    if (records.deadlocks() > 0) {
      found.add("I18 deadlocks: " + records.deadlocks());
    }
    return found;
  }

  @Override
  public void close() {
    nodes.forEach(Node::close);
    records.close();
  }

  private void letThemMeet(Schedule schedule, String run, Crowd crowd, History history)
      throws InterruptedException {
    List<Thread> crowded = new ArrayList<>();
    schedule.shoppers().forEach(it -> crowded.add(start(() -> crowd.shop(it), history)));
    schedule.tasks().forEach(it -> crowded.add(start(() -> crowd.work(it), history)));
    Nemesis nemesis = new Nemesis(nodes, records, tally);
    start(() -> nemesis.live(schedule.troubles()), history).join();
    Thread.sleep(schedule.calmMillis());
    crowd.awaitFirstWords();
    nemesis.heal();
    provider.heal(run);
    for (Thread each : crowded) {
      each.join();
    }
  }

  /**
   * Whoever asks again now hears how it ended, and hears it again from the other node. That may
   * place what was never placed, and so make room or take it, which is why it is asked repeatedly.
   */
  private List<String> audit(Schedule schedule, String run, Crowd crowd)
      throws InterruptedException {
    List<String> restless = new ArrayList<>();
    boolean isClear = false;
    for (int turn = 0; turn < MOST_AUDITS && !isClear; turn++) {
      isClear = true;
      for (Shopper shopper : schedule.shoppers()) {
        isClear &= crowd.audit(shopper, turn, false).isFinal();
      }
      restless.addAll(awaitRest(run));
    }
    for (Shopper shopper : schedule.shoppers()) {
      crowd.audit(shopper, shopper.node() + 1, true);
    }
    restless.addAll(awaitRest(run));
    return restless;
  }

  /** Nothing is left to do, and nothing can arrive any more. */
  private List<String> awaitRest(String run) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    List<String> left = records.unfinished();
    while ((!left.isEmpty() || provider.late(run) > 0) && System.nanoTime() < end) {
      Thread.sleep(LOOK_MILLIS);
      left = records.unfinished();
    }
    return left.isEmpty() ? List.of() : List.of("I9 does not come to rest: " + left);
  }

  private interface Action {
    void run() throws InterruptedException;
  }

  private static Thread start(Action action, History history) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                action.run();
              } catch (InterruptedException | RuntimeException | Error e) {
                history.add(e);
              }
            });
  }
}
