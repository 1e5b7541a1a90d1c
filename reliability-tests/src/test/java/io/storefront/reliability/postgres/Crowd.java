package io.storefront.reliability.postgres;

import io.storefront.app.problem.Refused;
import io.storefront.orders.PortUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Those who ask: shoppers, who ask again until they hear something clear, and those who do
 * something to orders.
 */
final class Crowd {
  private static final int PAUSE_MILLIS = 60;
  private static final int LONGEST_PAUSE_MILLIS = 300;
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final int TRIES = 12;

  private final String run;
  private final List<Node> nodes;
  private final Records records;
  private final History history;
  private final CountDownLatch unanswered;

  Crowd(String run, int shoppers, List<Node> nodes, Records records, History history) {
    this.unanswered = new CountDownLatch(shoppers);
    this.run = run;
    this.nodes = nodes;
    this.records = records;
    this.history = history;
  }

  /** Asks until it hears something clear. */
  void shop(Shopper shopper) throws InterruptedException {
    Thread.sleep(shopper.startMillis());
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (int turn = 0; System.nanoTime() < end; turn++) {
      boolean isFinal = ask(shopper, turn + shopper.node(), false).isFinal();
      if (turn == 0) {
        unanswered.countDown();
      }
      if (isFinal) {
        return;
      }
      Thread.sleep(Math.min(PAUSE_MILLIS * (turn + 1), LONGEST_PAUSE_MILLIS));
    }
  }

  /** Waits until every shopper has heard something, good or bad. */
  void awaitFirstWords() throws InterruptedException {
    unanswered.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /** Asks, and again as long as nothing comes back. */
  History.Heard audit(Shopper shopper, int turn, boolean isLast) throws InterruptedException {
    for (int tries = 1; tries < TRIES; tries++) {
      History.Heard heard = reply(shopper, nodes.get(turn % nodes.size()), isLast);
      if (!heard.word().equals("unsure")) {
        history.add(heard);
        return heard;
      }
      Thread.sleep(LONGEST_PAUSE_MILLIS);
    }
    return ask(shopper, turn, isLast);
  }

  private History.Heard ask(Shopper shopper, int turn, boolean audit) {
    History.Heard heard = reply(shopper, nodes.get(turn % nodes.size()), audit);
    history.add(heard);
    return heard;
  }

  /** Does what a task says. */
  void work(Task task) throws InterruptedException {
    new Clerk(task, run, nodes, records, history).work();
  }

  private History.Heard reply(Shopper shopper, Node node, boolean audit) {
    try {
      return History.Heard.of(shopper, audit, node.place(shopper, run));
    } catch (Refused refused) {
      return History.Heard.of(shopper, audit, refused.problem());
    } catch (PortUnavailable nobodyKnows) {
      return History.Heard.nothing(shopper, audit, nobodyKnows);
    }
  }
}
