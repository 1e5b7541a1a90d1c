package io.storefront.app.sample;

import java.time.Duration;

/** An application that waits without being able to be hurried. */
public record SleepsOnItsOwn(Duration time) {
  public void rest() throws InterruptedException {
    Thread.sleep(time);
  }
}
