package io.storefront.app.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.storefront.app.access.ApiKeyText;
import io.storefront.app.api.Api;
import io.storefront.app.api.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Supplier;

/**
 * Answers the events of an HTTP API of API Gateway, payload version 2.0, on whatever routes. The
 * application is wired from the environment while the function starts; the database must have been
 * migrated before, and as long as it is away every event is answered so. What a request has told is
 * published before it is answered, as far as that goes in 300 ms. Thread-safe.
 */
public final class ApiHandler implements RequestStreamHandler {
  /** Asks for orders with a well-formed key that nobody has, and so never gets any. */
  private static final String WARM_UP =
      """
      {"version":"2.0","rawPath":"/v1/orders","headers":{"authorization":"Bearer %s"},\
      "requestContext":{"http":{"method":"GET"}}}\
      """
          .formatted(new ApiKeyText("test", "0".repeat(10), "0".repeat(32)).text());

  private final Supplier<Api> api;
  private final Runnable afterwards;

  /** For Lambda. */
  public ApiHandler() {
    this(Instance.start(System::getenv));
  }

  /** For an API that is there already. */
  public ApiHandler(Api api) {
    this.api = () -> api;
    this.afterwards = () -> {};
  }

  ApiHandler(Instance instance) {
    this.api = () -> instance.application().api();
    this.afterwards =
        () -> {
          instance.ownEvents().publish();
          instance.tellNews();
        };
    // Loads most classes and opens the connection while nobody waits and processors are plenty.
    Events.response(api.get().handle(Events.request(WARM_UP.getBytes(UTF_8))));
    instance.forgetNews();
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    answer.write(answer(event.readAllBytes()));
  }

  private byte[] answer(byte[] event) {
    ApiResponse response = api.get().handle(Events.request(event));
    // Now or by the sweep: once the event is answered, the process stands still.
    afterwards.run();
    return Events.response(response);
  }
}
