package io.storefront.app.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.storefront.app.api.Api;
import java.util.function.Supplier;

/**
 * Answers the events of an HTTP API of API Gateway, payload version 2.0. The first event wires the
 * application from the environment; the database must have been migrated before. Thread-safe.
 */
public final class ApiHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final Supplier<Api> api;

  /** For Lambda. */
  public ApiHandler() {
    this.api = Wired::api;
  }

  /** For an API that is there already. */
  public ApiHandler(Api api) {
    this.api = () -> api;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return Events.response(api.get().handle(Events.request(event)));
  }
}
