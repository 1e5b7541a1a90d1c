package io.storefront.adapters.postgres;

import io.storefront.app.port.Outbox;
import io.storefront.orders.OrderId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Ends the process, as far as a test can, when it is to settle what was published. */
record CrashingOutbox(Outbox outbox) implements Outbox {
  /** Nothing of ours catches it. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1;
  }

  @Override
  public List<Backlog> claim(int most, int each, Duration length) {
    return outbox.claim(most, each, length);
  }

  @Override
  public Optional<Backlog> claim(OrderId order, int each, Duration length) {
    return outbox.claim(order, each, length);
  }

  @Override
  public Optional<Duration> untilDue() {
    return outbox.untilDue();
  }

  @Override
  public void settle(List<Settlement> settlements) {
    throw new Crash();
  }

  @Override
  public int restore(Duration changedWithin) {
    return outbox.restore(changedWithin);
  }
}
