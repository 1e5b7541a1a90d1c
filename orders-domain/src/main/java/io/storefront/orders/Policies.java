package io.storefront.orders;

import java.time.Duration;

/**
 * The numbers that an application may choose.
 *
 * @param timeBudget how long placing may take before it answers "pending"; default 5 s
 * @param deadline how long an order may stay pending before it is given up; default 15 min
 * @param settleFor how long the provider can be asked reliably about a payment; one that is unknown
 *     for longer holds its order for a person. Default 23 h: providers keep keys for a day
 * @param capture when money is taken; default with each shipment
 */
public record Policies(
    Duration timeBudget, Duration deadline, Duration settleFor, CapturePolicy capture) {
  private static final Duration SETTLE_FOR = Duration.ofHours(23);

  /** 5 s to answer, 15 min to confirm, 23 h to settle. */
  public static final Policies DEFAULT =
      new Policies(Duration.ofSeconds(5), Duration.ofMinutes(15));

  private static final Duration SPARE = Duration.ofMillis(300);
  private static final Duration LEASE_MARGIN = Duration.ofSeconds(5);
  private static final Duration LATE_ARRIVAL = Duration.ofSeconds(60);

  /** With 23 h to settle, and money taken with each shipment. */
  public Policies(Duration timeBudget, Duration deadline) {
    this(timeBudget, deadline, SETTLE_FOR, CapturePolicy.ON_EACH_SHIPMENT);
  }

  /** The same, with money taken like this. */
  public Policies capturing(CapturePolicy policy) {
    return new Policies(timeBudget, deadline, settleFor, policy);
  }

  /** Refuses a time budget below 0.5 s, and other times that are not beyond it. */
  public Policies {
    if (timeBudget.compareTo(Duration.ofMillis(500)) < 0) {
      throw new IllegalArgumentException("time budget must be at least 0.5 s: " + timeBudget);
    }
    if (deadline.compareTo(timeBudget) <= 0) {
      throw new IllegalArgumentException("deadline must be beyond the time budget: " + deadline);
    }
    if (settleFor.compareTo(timeBudget) <= 0) {
      throw new IllegalArgumentException("time to settle must be beyond the budget: " + settleFor);
    }
  }

  /** How long whoever works on an order may keep others away from it. */
  public Duration lease() {
    return timeBudget.plus(LEASE_MARGIN);
  }

  /** What is kept back of the time budget to commit and to answer. */
  public Duration spare() {
    return SPARE;
  }

  /**
   * How long after an order was given up a request to pay for it may still reach the provider; only
   * then does "no such request" mean that none was ever made.
   */
  public Duration lateArrival() {
    return timeBudget.plus(LATE_ARRIVAL);
  }
}
