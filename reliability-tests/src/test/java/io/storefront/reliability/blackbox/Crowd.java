package io.storefront.reliability.blackbox;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Everybody who shops, and one who reads the feed along. */
final class Crowd {
  private final List<Shopper> shoppers;
  private final List<Thread> shopping;
  private final Thread following;

  private Crowd(List<Shopper> shoppers, Runnable follower) {
    this.shoppers = shoppers;
    this.shopping =
        shoppers.stream().map(each -> Thread.ofPlatform().daemon().start(each)).toList();
    this.following = Thread.ofPlatform().daemon().start(follower);
  }

  /** So many, who begin at once; the seed decides what they want. */
  static Crowd gather(int shoppers, long seed, List<? extends Door> doors, History history) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Shopper> all =
        IntStream.rangeClosed(1, shoppers)
            .mapToObj(n -> new Shopper("box-" + n, doors, history, random.split()))
            .toList();
    Follower follower = new Follower();
    return new Crowd(
        all,
        () -> follower.follow(() -> doors.get(random.nextInt(doors.size())), history::follows));
  }

  /** Lets everybody finish what he is at. */
  void leave() throws InterruptedException {
    shoppers.forEach(Shopper::leave);
    for (Thread each : shopping) {
      each.join();
    }
    following.interrupt();
    following.join();
  }
}
