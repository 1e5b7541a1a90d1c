package io.storefront.reliability.blackbox;

import io.storefront.adapters.testkit.OwnPair;
import io.storefront.adapters.testkit.OwnPair.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** Loses the primary and promotes its replica while customers shop, again and again. */
final class Failovers {
  private static final long GIVE_UP_MILLIS = 60_000;

  private final OwnPair pair;
  private final Shop shop;
  private final SplittableRandom random;
  private final List<Failover> done = new ArrayList<>();

  /**
   * One of them, its times in milliseconds.
   *
   * @param asked orders that were being asked for when the primary was lost
   * @param lost when
   * @param promoted when the new one took commits
   * @param back when the next order was taken
   */
  record Failover(Loss how, int asked, long lost, long promoted, long back) {
    long millis() {
      return back - promoted;
    }
  }

  Failovers(OwnPair pair, Shop shop, long seed) {
    this.pair = pair;
    this.shop = shop;
    this.random = new SplittableRandom(seed);
  }

  /** Does so many, of each kind in turn. */
  void rage(int count) throws InterruptedException {
    List<Loss> each = List.of(Loss.values());
    for (int i = 0; i < count; i++) {
      Thread.sleep(random.nextLong(1_000, 2_500));
      Failover failover = failOver(each.get(i % each.size()));
      done.add(failover);
      System.out.println("failover: " + failover + ", ms to the next order: " + failover.millis());
      Thread.sleep(random.nextLong(500, 1_500));
      pair.replicate();
    }
  }

  List<Failover> done() {
    return List.copyOf(done);
  }

  private Failover failOver(Loss how) throws InterruptedException {
    shop.ledger().rememberDeadlocks();
    awaitWork();
    int asked = shop.nodes().stream().mapToInt(node -> node.atWork().wishes().size()).sum();
    long lost = System.currentTimeMillis();
    pair.losePrimary(how);
    // Whoever promotes has to notice first.
    Thread.sleep(random.nextLong(500, 3_000));
    pair.promote();
    long promoted = System.currentTimeMillis();
    shop.ledger().beginDeadlocks();
    return new Failover(how, asked, lost, promoted, next(promoted));
  }

  /** When an order was taken for the first time after that. */
  private long next(long after) throws InterruptedException {
    long end = System.currentTimeMillis() + GIVE_UP_MILLIS;
    while (System.currentTimeMillis() < end) {
      var first = LongStream.of(shop.history().successes()).filter(at -> at > after).findFirst();
      if (first.isPresent()) {
        return first.getAsLong();
      }
      Thread.sleep(10);
    }
    throw new IllegalStateException("no order was taken after a promotion");
  }

  /** Waits until somebody is in the middle of an order. */
  private void awaitWork() throws InterruptedException {
    long end = System.currentTimeMillis() + GIVE_UP_MILLIS;
    while (shop.nodes().stream().noneMatch(node -> node.atWork().isAmidAnOrder())
        && System.currentTimeMillis() < end) {
      Thread.sleep(5);
    }
  }
}
