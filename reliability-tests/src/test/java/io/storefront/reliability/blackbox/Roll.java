package io.storefront.reliability.blackbox;

import java.time.Duration;
import java.util.Map;

/**
 * How servers are replaced, as the system properties {@code rolling.…} say.
 *
 * @param cycles in each of which both servers are replaced, one after the other
 * @param delay that a server goes on serving once it was told to end
 * @param seed decides what is asked, and when the balancer is told
 */
record Roll(int cycles, Duration delay, int callers, long seed) {

  /** How the balancer comes to know that a server ends. */
  enum Manner {
    /** It is told, about when the server is; the new server is there before the old one ends. */
    DEREGISTERED,
    /** It finds out by looking; the other server is alone until the new one is there. */
    FOUND_UNHEALTHY
  }

  static Roll fromProperties() {
    return new Roll(
        Integer.getInteger("rolling.cycles"),
        Duration.ofMillis(Integer.getInteger("rolling.delay", 2_000)),
        Integer.getInteger("rolling.callers", 4),
        Long.getLong("rolling.seed", System.nanoTime()));
  }

  /** What a server is told besides: time enough for an order, because nobody asks again. */
  Map<String, String> variables(Map<String, String> usual) {
    return Variables.with(
        Variables.with(usual, "SHUTDOWN_DELAY", delay.toMillis() + "ms"), "TIME_BUDGET", "8s");
  }

  /** Both in turn. */
  Manner manner(int cycle) {
    return cycle % 2 == 0 ? Manner.DEREGISTERED : Manner.FOUND_UNHEALTHY;
  }

  /** The longest that a balancer takes to act on being told. */
  long longestNotice() {
    return delay.toMillis() / 2;
  }
}
