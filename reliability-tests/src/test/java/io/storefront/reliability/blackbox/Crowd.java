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

  /** As many as the plan says, who begin at once. */
  static Crowd gather(Plan plan, List<Node> nodes, Http http, History history) {
    SplittableRandom random = new SplittableRandom(plan.seed());
    List<Shopper> shoppers =
        IntStream.rangeClosed(1, plan.shoppers())
            .mapToObj(n -> new Shopper("box-" + n, nodes, http, history, random.split()))
            .toList();
    Follower follower = new Follower(http);
    return new Crowd(
        shoppers,
        () -> follower.follow(() -> nodes.get(random.nextInt(nodes.size())), history::follows));
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
