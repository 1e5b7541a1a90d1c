package io.storefront.infra.data;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.IQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** Where one storefront puts orders, with the queue for those that cannot be taken in. */
final class IntakeQueue extends Construct {
  private static final int TRIES = 5;

  /** Six times the time-out of a function that takes them in, as Lambda asks. */
  private static final Duration TAKEN = Duration.seconds(180);

  private final Queue dead;

  IntakeQueue(Construct scope, String name, String storefront) {
    super(scope, "Intake-" + storefront);
    this.dead = queue("Dead", "%s-intake-%s-dead".formatted(name, storefront)).build();
    queue("Queue", "%s-intake-%s".formatted(name, storefront))
        .visibilityTimeout(TAKEN)
        .deadLetterQueue(DeadLetterQueue.builder().queue(dead).maxReceiveCount(TRIES).build())
        .build();
  }

  IQueue dead() {
    return dead;
  }

  private Queue.Builder queue(String id, String name) {
    return Queue.Builder.create(this, id)
        .queueName(name)
        .retentionPeriod(Duration.days(14))
        .encryption(QueueEncryption.SQS_MANAGED)
        .enforceSsl(true)
        .removalPolicy(RemovalPolicy.RETAIN);
  }
}
