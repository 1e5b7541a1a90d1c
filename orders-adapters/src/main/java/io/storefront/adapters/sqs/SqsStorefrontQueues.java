package io.storefront.adapters.sqs;

import io.storefront.app.access.StorefrontQueue;
import io.storefront.app.port.StorefrontQueues;
import io.storefront.orders.PortUnavailable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;

/**
 * Queues on SQS. Region and credentials are found where the SDK looks for them; each queue is asked
 * at the host of its own URL, and tells itself which dead-letter queue it has.
 */
final class SqsStorefrontQueues implements StorefrontQueues, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SqsStorefrontQueues.class);
  private static final Pattern REGION =
      Pattern.compile("(?:^|\\.)([a-z]{2}(?:-[a-z]+)+-[0-9])\\..*\\b(?:amazonaws|aws)\\b");

  /** The name at the end of the ARN; no name holds what JSON would escape. */
  private static final Pattern DEAD_LETTERS =
      Pattern.compile("\"deadLetterTargetArn\"\\s*:\\s*\"[^\"]*:([A-Za-z0-9_-]+)\"");

  /** For one try, and for all of them: whoever asks has little time left. */
  private static final Duration TRY = Duration.ofSeconds(2);

  private static final Duration ANSWER = Duration.ofSeconds(4);

  /** Longer than receiving waits; the limits above are what ends everything else. */
  private static final Duration SILENCE = Duration.ofSeconds(25);

  private final Map<URI, SqsClient> clients = new ConcurrentHashMap<>();

  /** Connects to nobody yet, but loads and finds everything that is needed for these queues. */
  SqsStorefrontQueues(List<StorefrontQueue> queues) {
    queues.forEach(this::client);
  }

  @Override
  public List<Message> receive(StorefrontQueue queue, Duration patience) {
    return asked(
        () ->
            client(queue)
                .receiveMessage(
                    request ->
                        request
                            .queueUrl(queue.url().toString())
                            .overrideConfiguration(
                                it ->
                                    it.apiCallAttemptTimeout(patience.plus(TRY))
                                        .apiCallTimeout(patience.plus(ANSWER)))
                            .maxNumberOfMessages(MOST)
                            .waitTimeSeconds(Math.toIntExact(patience.toSeconds())))
                .messages()
                .stream()
                .map(message -> new Message(message.receiptHandle(), message.body()))
                .toList());
  }

  @Override
  public void remove(StorefrontQueue queue, Message message) {
    asked(
        () -> {
          try {
            client(queue)
                .deleteMessage(
                    request ->
                        request.queueUrl(queue.url().toString()).receiptHandle(message.receipt()));
          } catch (ReceiptHandleIsInvalidException gone) {
            LOG.debug("A message of {} is gone already.", queue.name(), gone);
          }
          return message;
        });
  }

  @Override
  public void bury(StorefrontQueue queue, String body, String problem) {
    MessageAttributeValue attribute =
        MessageAttributeValue.builder().dataType("String").stringValue(problem).build();
    asked(
        () ->
            client(queue)
                .sendMessage(
                    request ->
                        request
                            .queueUrl(deadLetterUrl(queue))
                            .messageBody(body)
                            .messageAttributes(Map.of("problem", attribute))));
  }

  @Override
  public void close() {
    clients.values().forEach(SqsClient::close);
  }

  private static <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (SdkException e) {
      throw new PortUnavailable("StorefrontQueues", e);
    }
  }

  /** It lies in the account and the region of its queue, as SQS demands. */
  private String deadLetterUrl(StorefrontQueue queue) {
    return queue.url().resolve(deadLetterName(queue)).toString();
  }

  private String deadLetterName(StorefrontQueue queue) {
    String policy =
        client(queue)
            .getQueueAttributes(
                request ->
                    request
                        .queueUrl(queue.url().toString())
                        .attributeNames(QueueAttributeName.REDRIVE_POLICY))
            .attributes()
            .getOrDefault(QueueAttributeName.REDRIVE_POLICY, "{}");
    Matcher target = DEAD_LETTERS.matcher(policy);
    if (!target.find()) {
      throw SdkException.create(queue.name() + " has no dead-letter queue", null);
    }
    return target.group(1);
  }

  private SqsClient client(StorefrontQueue queue) {
    return clients.computeIfAbsent(queue.url().resolve("/"), SqsStorefrontQueues::open);
  }

  private static SqsClient open(URI host) {
    SqsClientBuilder client =
        SqsClient.builder()
            .endpointOverride(host)
            .overrideConfiguration(it -> it.apiCallAttemptTimeout(TRY).apiCallTimeout(ANSWER))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(TRY).socketTimeout(SILENCE));
    region(host.getHost()).ifPresent(client::region);
    return client.build();
  }

  /** The region that stands in the name of a host of AWS; others are asked in the SDK's own. */
  static Optional<Region> region(String host) {
    Matcher region = REGION.matcher(host);
    return region.find() ? Optional.of(Region.of(region.group(1))) : Optional.empty();
  }
}
