package io.storefront.app.lambda;

import io.storefront.app.testkit.ApiAnswer;
import io.storefront.app.testkit.ApiCall;
import io.storefront.app.testkit.ApiClient;
import io.storefront.app.testkit.GatewayEvent;

/** Hands events to whichever instance is free. */
record RuntimeClient(RuntimeApi function) implements ApiClient {
  @Override
  public ApiAnswer send(ApiCall call) {
    return GatewayEvent.answer(function.invoke(GatewayEvent.of(call).toString()));
  }
}
