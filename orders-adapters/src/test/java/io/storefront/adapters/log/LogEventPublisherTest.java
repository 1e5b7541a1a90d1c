package io.storefront.adapters.log;

import io.storefront.app.port.EventPublisher;
import io.storefront.app.testkit.EventPublisherContract;

/** The log keeps to the publisher's contract. */
class LogEventPublisherTest implements EventPublisherContract {
  @Override
  public EventPublisher publisher() {
    return LogAdapters.eventPublisher();
  }
}
