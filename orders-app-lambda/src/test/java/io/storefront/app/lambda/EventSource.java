package io.storefront.app.lambda;

import io.storefront.adapters.sqs.SqsAdapters;
import io.storefront.app.access.StorefrontQueue;
import io.storefront.app.port.StorefrontQueues;
import io.storefront.app.port.StorefrontQueues.Message;
import io.storefront.app.testkit.Json;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands between a queue and a function: hands over what comes, and removes what the function
 * does not name as failed, as an event source does that is set to report failures of items.
 */
final class EventSource implements AutoCloseable {
  private final SqsAdapters sqs = new SqsAdapters(List.of());
  private final UnaryOperator<String> function;

  EventSource(UnaryOperator<String> function) {
    this.function = function;
  }

  /** Hands over everything that is there, and tells what of it failed. */
  Set<String> drain(StorefrontQueue queue) {
    StorefrontQueues queues = sqs.storefrontQueues();
    Set<String> failed = new TreeSet<>();
    while (true) {
      List<Message> messages = queues.receive(queue, Duration.ZERO);
      if (messages.isEmpty()) {
        return failed;
      }
      Set<String> again =
          Set.copyOf(
              Json.strings(
                  Json.read(function.apply(event(queue, messages))).path("batchItemFailures"),
                  "itemIdentifier"));
      messages.stream()
          .filter(message -> !again.contains(message.receipt()))
          .forEach(message -> queues.remove(queue, message));
      messages.stream()
          .filter(message -> again.contains(message.receipt()))
          .forEach(message -> failed.add(message.body()));
    }
  }

  static String event(StorefrontQueue queue, List<Message> messages) {
    ObjectNode event = Json.object();
    for (Message message : messages) {
      event
          .withArray("Records")
          .addObject()
          .put("messageId", message.receipt())
          .put("receiptHandle", message.receipt())
          .put("body", message.body())
          .put("eventSource", "aws:sqs")
          .put("eventSourceARN", "arn:aws:sqs:eu-central-1:000000000000:" + queue.name())
          .put("awsRegion", "eu-central-1");
    }
    return event.toString();
  }

  @Override
  public void close() {
    sqs.close();
  }
}
