package io.storefront.reliability.blackbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What is done to servers and database while customers shop.
 *
 * @param kills of one of the servers, by SIGKILL
 * @param restarts of PostgreSQL, fast and immediate in turn
 * @param freezes of one of the servers, for longer than a lease
 * @param cuts of all connections to PostgreSQL at once
 * @param seed decides on everything that is drawn; only the operating system's timing is not
 * @param shoppers how many customers shop at once
 * @param bound after which nothing more is done, whatever is left
 */
record Plan(
    int kills, int restarts, int freezes, int cuts, long seed, int shoppers, Duration bound) {

  /** One thing that is done. */
  enum Act {
    KILL,
    RESTART,
    FREEZE,
    CUT
  }

  /** As the system properties {@code blackbox.…} say; without any, what a build has time for. */
  static Plan fromProperties() {
    return new Plan(
        Integer.getInteger("blackbox.kills", 2),
        Integer.getInteger("blackbox.restarts", 0),
        Integer.getInteger("blackbox.freezes", 0),
        Integer.getInteger("blackbox.cuts", 1),
        Long.getLong("blackbox.seed", System.nanoTime()),
        Integer.getInteger("blackbox.shoppers", 5),
        Duration.ofMinutes(Integer.getInteger("blackbox.minutes", 4)));
  }

  /** Everything, in an order that the seed decides. */
  List<Act> acts() {
    List<Act> acts = new ArrayList<>();
    acts.addAll(Collections.nCopies(kills, Act.KILL));
    acts.addAll(Collections.nCopies(restarts, Act.RESTART));
    acts.addAll(Collections.nCopies(freezes, Act.FREEZE));
    acts.addAll(Collections.nCopies(cuts, Act.CUT));
    Collections.shuffle(acts, new Random(seed));
    return acts;
  }

  /** The longest time between two of them, in milliseconds. */
  int longestPause() {
    return isLong() ? 4_500 : 1_500;
  }

  /** Whether it is long enough to meet everything, and for a training run of the JVM to pay. */
  boolean isLong() {
    return kills >= 20;
  }
}
