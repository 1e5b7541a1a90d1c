package io.storefront.app.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.storefront.app.testkit.ApiAnswer;
import io.storefront.app.testkit.ApiCall;
import io.storefront.app.testkit.ApiClient;
import io.storefront.app.testkit.GatewayEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Hands events to a handler in this process. */
record EventClient(RequestStreamHandler handler) implements ApiClient {
  @Override
  public ApiAnswer send(ApiCall call) {
    return GatewayEvent.answer(handle(handler, GatewayEvent.of(call).toString()));
  }

  static byte[] handle(RequestStreamHandler handler, String event) {
    return handle(handler, event, Duration.ofSeconds(29));
  }

  static byte[] handle(RequestStreamHandler handler, String event, Duration remaining) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(event.getBytes(UTF_8)), answer, new Remaining(remaining));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answer.toByteArray();
  }
}
