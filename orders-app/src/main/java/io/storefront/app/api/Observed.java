package io.storefront.app.api;

import io.storefront.app.access.Caller;
import io.storefront.app.port.Measurements;
import io.storefront.app.resource.Route;
import io.storefront.orders.StorefrontId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is logged and counted of a request: one line, of nothing but what we know ourselves. Used by
 * one thread.
 */
final class Observed {
  private static final Logger LOG = LoggerFactory.getLogger("io.storefront.app.requests");

  private final InstantSource clock;
  private final Measurements measurements;
  private final Instant startedAt;
  private final String requestId;
  private String method = "-";
  private String template = "-";
  private String storefront = "-";

  Observed(InstantSource clock, Measurements measurements, String requestId) {
    this.clock = clock;
    this.measurements = measurements;
    this.startedAt = clock.instant();
    this.requestId = requestId;
  }

  void route(Route route) {
    method = route.method();
    template = route.template();
  }

  void message(String type, Caller caller) {
    method = "MESSAGE";
    template = type;
    caller(caller);
  }

  void caller(Caller caller) {
    storefront = caller.storefront().map(StorefrontId::value).orElse("operator");
  }

  void answered(int status) {
    Duration took = Duration.between(startedAt, clock.instant());
    measurements.answered(method, template, status, took);
    LOG.atInfo()
        .addKeyValue("method", method)
        .addKeyValue("route", template)
        .addKeyValue("status", status)
        .addKeyValue("durationMs", took.toMillis())
        .addKeyValue("storefront", storefront)
        .addKeyValue("requestId", requestId)
        .log("request");
  }
}
