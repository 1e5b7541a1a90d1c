package io.storefront.app.api;

import io.storefront.app.access.Caller;
import io.storefront.app.resource.Route;
import io.storefront.orders.StorefrontId;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is logged of a request: one line, of nothing but what we know ourselves. Used by one thread.
 */
final class Observed {
  private static final Logger LOG = LoggerFactory.getLogger("io.storefront.app.requests");

  private final InstantSource clock;
  private final long startedAt;
  private final String requestId;
  private String method = "-";
  private String template = "-";
  private String storefront = "-";

  Observed(InstantSource clock, String requestId) {
    this.clock = clock;
    this.startedAt = clock.millis();
    this.requestId = requestId;
  }

  void route(Route route) {
    method = route.method();
    template = route.template();
  }

  void caller(Caller caller) {
    storefront = caller.storefront().map(StorefrontId::value).orElse("operator");
  }

  void answered(int status) {
    LOG.atInfo()
        .addKeyValue("method", method)
        .addKeyValue("route", template)
        .addKeyValue("status", status)
        .addKeyValue("durationMs", clock.millis() - startedAt)
        .addKeyValue("storefront", storefront)
        .addKeyValue("requestId", requestId)
        .log("request");
  }
}
