package io.storefront.infra.data;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.IQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** Where one storefront puts orders, with the queue for those that cannot be taken in. */
public final class IntakeQueue extends Construct {
  /** Seconds within which a function ends with what it was handed at once. */
  public static final int FUNCTION_SECONDS = 30;

  /** For so many times as long Lambda wants nobody else to get it. */
  private static final int TIMES = 6;

  private static final int TRIES = 5;

  /** Seconds after which a message that is tried again and again is a dead letter. */
  static final int DEAD_SECONDS = TRIES * TIMES * FUNCTION_SECONDS;

  private final String storefront;
  private final String scopes;
  private final Queue dead;
  private final Queue queue;

  /**
   * The two queues of a storefront.
   *
   * @param name what names begin with
   * @param prices whether the storefront may send prices of its own
   */
  IntakeQueue(Construct scope, String name, String storefront, boolean prices) {
    super(scope, "Intake-" + storefront);
    this.storefront = storefront;
    this.scopes = prices ? "+orders:price" : "";
    this.dead = queue("Dead", "%s-intake-%s-dead".formatted(name, storefront)).build();
    this.queue =
        queue("Queue", "%s-intake-%s".formatted(name, storefront))
            .visibilityTimeout(Duration.seconds(TIMES * FUNCTION_SECONDS))
            .deadLetterQueue(DeadLetterQueue.builder().queue(dead).maxReceiveCount(TRIES).build())
            .build();
  }

  String storefront() {
    return storefront;
  }

  /** Whose it is and where, as the hosts are told. */
  String setting() {
    return "%s%s=%s".formatted(storefront, scopes, queue.getQueueUrl());
  }

  /** Where orders come. */
  public IQueue queue() {
    return queue;
  }

  IQueue dead() {
    return dead;
  }

  /** Lets somebody ask for orders himself and take them away. */
  public void letTake(IGrantable who) {
    queue.grant(who, "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");
  }

  /** Lets somebody put aside what is refused for good, without five tries. */
  public void letRefuse(IGrantable who) {
    dead.grant(who, "sqs:SendMessage");
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
