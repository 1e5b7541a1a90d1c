package io.storefront.adapters.sqs;

import io.storefront.app.access.StorefrontQueue;
import io.storefront.app.port.StorefrontQueues;
import java.util.List;

/** What Amazon SQS gives; nothing is connected before it is first used. Thread-safe. */
public final class SqsAdapters implements AutoCloseable {
  private final SqsStorefrontQueues queues;

  /** For these queues, and any others that are asked for. */
  public SqsAdapters(List<StorefrontQueue> queues) {
    this.queues = new SqsStorefrontQueues(queues);
  }

  /** The queues of storefronts. */
  public StorefrontQueues storefrontQueues() {
    return queues;
  }

  /** Lets go of every connection. */
  @Override
  public void close() {
    queues.close();
  }
}
