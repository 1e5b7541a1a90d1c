package io.storefront.orders.broken;

import io.storefront.orders.port.Orders.CommitAnswer;
import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Two that come at once are told the same: where one was refused, both were. */
final class Company {
  private final Exchanger<CommitAnswer> together = new Exchanger<>();

  CommitAnswer told(CommitAnswer mine) {
    try {
      CommitAnswer theirs = together.exchange(mine, 50, TimeUnit.MILLISECONDS);
      return mine instanceof CommitAnswer.Committed ? theirs : mine;
    } catch (TimeoutException alone) {
      return mine;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return mine;
    }
  }
}
