package io.storefront.app.api;

import io.storefront.app.problem.Problem;
import io.storefront.app.problem.ProblemType;
import io.storefront.app.problem.Refused;
import io.storefront.app.resource.HealthResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is told of whatever goes wrong; what nobody expected is logged whole. */
final class Mishaps {
  private static final Logger LOG = LoggerFactory.getLogger(Mishaps.class);

  private Mishaps() {}

  static Problem problem(Throwable mishap, Trace trace) {
    return switch (mishap) {
      case Refused no -> no.problem();
      case io.storefront.orders.PortUnavailable e -> unavailable(e, trace);
      case io.storefront.inventory.PortUnavailable e -> unavailable(e, trace);
      case io.storefront.customers.PortUnavailable e -> unavailable(e, trace);
      default -> {
        LOG.error("Request {} (trace {}) failed.", trace.requestId(), trace.traceId(), mishap);
        yield Problem.of(
            ProblemType.INTERNAL_ERROR,
            "Something went wrong on our side; tell us the traceId if it goes on.");
      }
    };
  }

  private static Problem unavailable(RuntimeException e, Trace trace) {
    LOG.warn("Request {} could not be served: {}", trace.requestId(), reason(e));
    LOG.debug("Request {} could not be served.", trace.requestId(), e);
    return HealthResource.unavailable("Not available for the moment; try again.").problem();
  }

  /** In one line: while something is away, there are many. */
  private static String reason(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return e.getMessage() + " " + cause.getMessage();
  }
}
