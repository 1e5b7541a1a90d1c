package io.storefront.inventory.testkit;

import io.storefront.inventory.PortUnavailable;
import java.io.IOException;
import java.util.function.Supplier;

/** Whether a fake answers; guarded by the lock of the fake that it belongs to. */
final class Availability {
  private final String port;
  private boolean away;
  private boolean losing;

  Availability(String port) {
    this.port = port;
  }

  void goAway() {
    away = true;
  }

  void comeBack() {
    away = false;
  }

  void loseNextAnswer() {
    losing = true;
  }

  <T> T answer(Supplier<T> work) {
    if (away) {
      throw new PortUnavailable(port, new IOException("away"));
    }
    T answer = work.get();
    if (losing) {
      losing = false;
      throw new PortUnavailable(port, new IOException("answer lost"));
    }
    return answer;
  }
}
