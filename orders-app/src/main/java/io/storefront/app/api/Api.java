package io.storefront.app.api;

import io.storefront.app.access.Access;
import io.storefront.app.access.KnownKeys;
import io.storefront.app.answers.Answer;
import io.storefront.app.answers.Replies;
import io.storefront.app.port.Measurements;
import io.storefront.app.problem.Problem;
import io.storefront.app.problem.ProblemType;
import io.storefront.app.problem.Refused;
import io.storefront.app.resource.Call;
import io.storefront.app.resource.HealthResource;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The way in for hosts: answers every request, and never throws. Safe for use by many threads. */
public final class Api {
  private static final Logger LOG = LoggerFactory.getLogger(Api.class);

  /** The name under which every line that a request logs tells its trace. */
  private static final String TRACE_ID = "traceId";

  private final Checks checks;
  private final Admission admission;
  private final Measurements measurements;
  private final InstantSource clock;
  private final RandomGenerator random;

  /** Builds all routes, once; reads and writes nothing yet. */
  public Api(ApiDependencies needs) {
    KnownKeys keys =
        new KnownKeys(needs.platform().keys(), needs.clock(), needs.settings().keyMemory());
    this.checks =
        new Checks(new Router(new Routes(needs, keys).all()), new Access(keys, needs.clock()));
    this.admission = needs.admission();
    this.measurements = needs.measurements();
    this.clock = needs.clock();
    this.random = needs.random();
  }

  /** The answer to a request, whatever the request is. */
  public ApiResponse handle(ApiRequest request) {
    Trace trace = Trace.of(request, random);
    try (MDC.MDCCloseable _ = MDC.putCloseable(TRACE_ID, trace.traceId())) {
      return handle(request, trace);
    }
  }

  private ApiResponse handle(ApiRequest request, Trace trace) {
    Observed observed = new Observed(clock, measurements, trace.requestId());
    Answer answer = answer(request, trace, observed);
    observed.answered(answer.status());
    Map<String, String> headers = new LinkedHashMap<>(answer.headers());
    headers.put("X-Request-Id", trace.requestId());
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Cache-Control", "no-store");
    return new ApiResponse(answer.status(), headers, answer.body());
  }

  private Answer serve(ApiRequest request, Router.Found found, Observed observed) {
    Call call = checks.pass(request, found, observed::caller);
    return call.route().handler().handle(call);
  }

  private Answer answer(ApiRequest request, Trace trace, Observed observed) {
    try {
      Router.Found found = checks.find(request);
      observed.route(found.route());
      return found.route().scope().isEmpty()
          ? serve(request, found, observed)
          : admission.admit(() -> serve(request, found, observed));
    } catch (Refused no) {
      return Replies.problem(no.problem(), trace.traceId());
    } catch (io.storefront.orders.PortUnavailable
        | io.storefront.inventory.PortUnavailable
        | io.storefront.customers.PortUnavailable e) {
      LOG.warn("Request {} could not be served: {}", trace.requestId(), reason(e));
      LOG.debug("Request {} could not be served.", trace.requestId(), e);
      return Replies.problem(
          HealthResource.unavailable("Not available for the moment; try again.").problem(),
          trace.traceId());
    } catch (RuntimeException | Error e) {
      LOG.error("Request {} (trace {}) failed.", trace.requestId(), trace.traceId(), e);
      return Replies.problem(
          Problem.of(
              ProblemType.INTERNAL_ERROR,
              "Something went wrong on our side; tell us the traceId if it goes on."),
          trace.traceId());
    }
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
