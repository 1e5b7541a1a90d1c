package io.storefront.adapters.sqs;

import io.storefront.app.port.StorefrontQueues;

/** What Amazon SQS gives; nothing is connected before it is first used. Thread-safe. */
public final class SqsAdapters implements AutoCloseable {
  private final SqsStorefrontQueues queues = new SqsStorefrontQueues();

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
