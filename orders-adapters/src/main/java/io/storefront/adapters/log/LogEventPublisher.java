package io.storefront.adapters.log;

import io.storefront.app.events.CloudEvent;
import io.storefront.app.events.EventBatch;
import io.storefront.app.port.EventPublisher;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A log takes everything. */
final class LogEventPublisher implements EventPublisher {
  private static final Logger LOG = LoggerFactory.getLogger("io.storefront.app.events");

  @Override
  public List<Answer> publish(EventBatch batch, Duration within) {
    batch.events().forEach(LogEventPublisher::tell);
    return Collections.nCopies(batch.events().size(), Answer.ACCEPTED);
  }

  private static void tell(CloudEvent event) {
    LOG.atInfo().addKeyValue("type", event.type()).addKeyValue("id", event.id()).log("event");
  }
}
