package io.storefront.app.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.storefront.app.json.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;

/**
 * Does the background work of the HTTP host on a schedule's event, whatever stands in that: goes on
 * while anything is due within 10 s, for at most 50 s, and begins with nothing when less than the
 * time budget and 3 s are left of the function's own time. Answers {@code {"driven":3}}: how many
 * orders it drove. Several may run at once. Thread-safe.
 */
public final class SweepHandler implements RequestStreamHandler {
  /** To look at what waits and tell of it, also where the database does not answer. */
  private static final Duration TELLING = Duration.ofSeconds(3);

  private final Instance instance;

  /** For Lambda. */
  public SweepHandler() {
    this(Instance.start(System::getenv));
  }

  SweepHandler(Instance instance) {
    this.instance = instance;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    Duration left = Duration.ofMillis(context.getRemainingTimeInMillis());
    Duration within = left.minus(instance.config().policies().timeBudget()).minus(TELLING);
    int driven = instance.application().sweep().run(within);
    instance.tellAll();
    answer.write(JsonWriter.write(Map.of("driven", driven)));
  }
}
