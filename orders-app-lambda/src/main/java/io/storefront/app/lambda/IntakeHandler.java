package io.storefront.app.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.storefront.app.access.StorefrontQueue;
import io.storefront.app.intake.Intake;
import io.storefront.app.json.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in the orders of an event of SQS, of whichever queues in {@code INTAKE_QUEUES}. Answers
 * which messages are to be delivered again, {@code
 * {"batchItemFailures":[{"itemIdentifier":"<messageId>"}]}}; the event source must be set to report
 * them. Begins with none for which less than the time budget and 5 s are left of the function's own
 * time. Thread-safe.
 */
public final class IntakeHandler implements RequestStreamHandler {
  private static final Logger LOG = LoggerFactory.getLogger(IntakeHandler.class);

  /** To put a message aside, which may take 4 s, to publish and to count. */
  private static final Duration REST = Duration.ofSeconds(5);

  private final Instance instance;

  /**
   * For Lambda.
   *
   * @throws io.storefront.wiring.ConfigRefused when the variables cannot be used, or name no queue
   */
  public IntakeHandler() {
    this(Instance.start(System::getenv));
  }

  IntakeHandler(Instance instance) {
    this.instance = instance;
    instance.config().requiringQueues();
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    List<Map<String, String>> failures =
        Events.messages(event.readAllBytes()).stream()
            .filter(message -> !take(message, context))
            .map(message -> Map.of("itemIdentifier", message.id()))
            .toList();
    instance.ownEvents().publish();
    instance.tellNews();
    answer.write(JsonWriter.write(Map.of("batchItemFailures", failures)));
  }

  private boolean take(Events.Message message, Context context) {
    Duration left = Duration.ofMillis(context.getRemainingTimeInMillis());
    if (left.compareTo(instance.config().policies().timeBudget().plus(REST)) < 0) {
      LOG.warn("A message of {} has to wait: too little time is left.", message.queue());
      return false;
    }
    Intake intake = instance.application().intake().orElseThrow();
    Optional<StorefrontQueue> queue = intake.queue(message.queue());
    if (queue.isEmpty()) {
      LOG.error("A message came of {}, which is not among INTAKE_QUEUES.", message.queue());
      return false;
    }
    return intake.take(queue.get(), message.body());
  }
}
