package io.storefront.app.api;

import io.storefront.app.access.Access;
import io.storefront.app.access.KnownKeys;
import io.storefront.app.access.StorefrontQueue;
import io.storefront.app.answers.Answer;
import io.storefront.app.answers.Replies;
import io.storefront.app.port.Measurements;
import io.storefront.app.problem.Problem;
import io.storefront.app.resource.Call;
import io.storefront.app.resource.Route;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The way in for hosts: answers every request and every message, and never throws. Safe for use by
 * many threads.
 */
public final class Api {
  private static final Logger LOG = LoggerFactory.getLogger(Api.class);

  /** The name under which every line that a request logs tells its trace. */
  private static final String TRACE_ID = "traceId";

  private final Checks checks;
  private final Route placing;
  private final Admission admission;
  private final Measurements measurements;
  private final InstantSource clock;
  private final RandomGenerator random;

  /** Builds all routes, once; reads and writes nothing yet. */
  public Api(ApiDependencies needs) {
    KnownKeys keys =
        new KnownKeys(needs.platform().keys(), needs.clock(), needs.settings().keyMemory());
    Router router = new Router(new Routes(needs, keys).all());
    this.checks = new Checks(router, new Access(keys, needs.clock()));
    this.placing = router.find("POST", "/v1/orders").route();
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

  /**
   * What became of a message that came out of a storefront's queue. It is done as the same body in
   * a request to POST /v1/orders would be, with the message's id as Idempotency-Key: a message that
   * comes twice is done once, and so is one that also comes as a request without white space.
   *
   * @param message CloudEvents 1.0 in JSON
   */
  public Taken take(StorefrontQueue queue, String message) {
    Trace trace = Trace.begun(random);
    try (MDC.MDCCloseable _ = MDC.putCloseable(TRACE_ID, trace.traceId())) {
      Observed observed = new Observed(clock, measurements, trace.requestId());
      observed.message(PlacementMessage.TYPE, queue.caller());
      Taken taken = take(queue, message, trace);
      observed.answered(taken.answer().status());
      return taken;
    }
  }

  private Taken take(StorefrontQueue queue, String message, Trace trace) {
    try {
      Call call = PlacementMessage.read(queue, message).call(placing, queue);
      return new Taken.Stored(admission.admit(() -> placing.handler().handle(call)));
    } catch (RuntimeException | Error e) {
      Problem problem = Mishaps.problem(e, trace);
      Answer answer = Replies.problem(problem, trace.traceId());
      boolean later = problem.type().isRetryable();
      LOG.warn(
          "A message of {} {}: {}", queue.name(), later ? "waits" : "is refused", problem.type());
      return later ? new Taken.Later(answer) : new Taken.Refused(answer);
    }
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
    } catch (RuntimeException | Error e) {
      return Replies.problem(Mishaps.problem(e, trace), trace.traceId());
    }
  }
}
