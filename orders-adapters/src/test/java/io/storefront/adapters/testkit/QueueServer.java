package io.storefront.adapters.testkit;

import io.storefront.app.access.StorefrontQueue;
import io.storefront.app.testkit.Mailboxes;
import io.storefront.orders.StorefrontId;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A server of the SQS protocol of a test's own, on any free port. */
public final class QueueServer implements Mailboxes, AutoCloseable {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "AWS_REGION", "eu-central-1",
          "AWS_ACCESS_KEY_ID", "nobody",
          "AWS_SECRET_ACCESS_KEY", "looks");

  private final SQSRestServer server;
  private final Duration alone;
  private final URI address;
  private final SqsClient client;

  private QueueServer(SQSRestServer server, Duration alone) {
    this.server = server;
    this.alone = alone;
    this.address =
        URI.create("http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
    System.setProperty("aws.region", ENVIRONMENT.get("AWS_REGION"));
    System.setProperty("aws.accessKeyId", ENVIRONMENT.get("AWS_ACCESS_KEY_ID"));
    System.setProperty("aws.secretAccessKey", ENVIRONMENT.get("AWS_SECRET_ACCESS_KEY"));
    this.client =
        SqsClient.builder()
            .endpointOverride(address)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  /**
   * Starts it; this process then has credentials for it.
   *
   * @param alone after which a message that was received and not removed comes again
   */
  public static QueueServer start(Duration alone) {
    return new QueueServer(
        SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start(), alone);
  }

  /** What another process needs for it. */
  public Map<String, String> environment() {
    return ENVIRONMENT;
  }

  @Override
  public StorefrontQueue queue(String storefront, boolean maySendPrices) {
    String name = "intake-" + UUID.randomUUID();
    create(name + "-dead", Map.of());
    String policy =
        """
        {"deadLetterTargetArn":"arn:aws:sqs:elasticmq:000000000000:%s-dead","maxReceiveCount":"3"}\
        """
            .formatted(name);
    create(
        name,
        Map.of(
            QueueAttributeName.VISIBILITY_TIMEOUT,
            Long.toString(alone.toSeconds()),
            QueueAttributeName.REDRIVE_POLICY,
            policy));
    return new StorefrontQueue(URI.create(url(name)), new StorefrontId(storefront), maySendPrices);
  }

  /** As {@code INTAKE_QUEUES} wants them. */
  public static String variable(StorefrontQueue... queues) {
    List<String> entries = new ArrayList<>();
    for (StorefrontQueue queue : queues) {
      entries.add(
          queue.storefront() + (queue.maySendPrices() ? "+orders:price" : "") + "=" + queue.url());
    }
    return String.join(",", entries);
  }

  @Override
  public void put(StorefrontQueue queue, String message) {
    client.sendMessage(it -> it.queueUrl(queue.url().toString()).messageBody(message));
  }

  @Override
  public List<Buried> buried(StorefrontQueue queue) {
    String dead = url(queue.name() + "-dead");
    List<Buried> buried = new ArrayList<>();
    while (true) {
      List<Message> messages =
          client
              .receiveMessage(
                  it -> it.queueUrl(dead).maxNumberOfMessages(10).messageAttributeNames("All"))
              .messages();
      if (messages.isEmpty()) {
        return buried;
      }
      for (Message message : messages) {
        MessageAttributeValue problem = message.messageAttributes().get("problem");
        buried.add(new Buried(message.body(), problem == null ? "" : problem.stringValue()));
        client.deleteMessage(it -> it.queueUrl(dead).receiptHandle(message.receiptHandle()));
      }
    }
  }

  @Override
  public int waiting(StorefrontQueue queue) {
    Map<QueueAttributeName, String> counts =
        client
            .getQueueAttributes(
                it ->
                    it.queueUrl(queue.url().toString())
                        .attributeNames(
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
            .attributes();
    return counts.values().stream().mapToInt(Integer::parseInt).sum();
  }

  @Override
  public void close() {
    client.close();
    server.stopAndWait();
  }

  private void create(String name, Map<QueueAttributeName, String> attributes) {
    client.createQueue(it -> it.queueName(name).attributes(attributes));
  }

  private String url(String name) {
    return address + "/000000000000/" + name;
  }
}
