package io.storefront.wiring;

import io.storefront.app.api.Admission;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.Payments;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A provider who is asked by so many at once and no more, and by nobody who keeps others from the
 * storage meanwhile. Who finds no room in time has not sent anything.
 */
final class BoundedPayments implements Payments {
  private final Payments provider;
  private final Admission admission;
  private final Semaphore room;
  private final Duration patience;

  BoundedPayments(Payments provider, Admission admission, int atOnce, Duration patience) {
    this.provider = provider;
    this.admission = admission;
    this.room = new Semaphore(atOnce, true);
    this.patience = patience;
  }

  @Override
  public Answer send(Instruction instruction, Duration within) {
    return inRoom(within, left -> provider.send(instruction, left), new NotSent());
  }

  @Override
  public Answer ask(Instruction instruction, Duration within) {
    return inRoom(within, left -> provider.ask(instruction, left), new Unknown());
  }

  @Override
  public Capabilities capabilities(StorefrontId storefront) {
    return provider.capabilities(storefront);
  }

  private Answer inRoom(Duration within, Function<Duration, Answer> call, Answer otherwise) {
    return admission.aside(
        () -> {
          long begin = System.nanoTime();
          if (!enter(within.compareTo(patience) < 0 ? within : patience)) {
            return otherwise;
          }
          try {
            Duration left = within.minusNanos(System.nanoTime() - begin);
            return left.isPositive() ? call.apply(left) : otherwise;
          } finally {
            room.release();
          }
        });
  }

  private boolean enter(Duration within) {
    try {
      return room.tryAcquire(within.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
