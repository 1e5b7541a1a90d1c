package io.storefront.app.resource;

import io.storefront.app.access.Scope;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One thing that the API offers, and what it demands of a request.
 *
 * @param template its path, with variables in braces
 * @param scope that the key must have; empty where no key is needed
 * @param body what is taken
 * @param keyed whether such a request needs an Idempotency-Key
 * @param conditional whether it needs an If-Match
 */
public record Route(
    String method,
    String template,
    Optional<Scope> scope,
    Body body,
    Predicate<Query> keyed,
    boolean conditional,
    Handler handler) {
  /** What bodies a route takes. */
  public enum Body {
    /** None; one that is sent is not looked at. */
    NONE,
    /** JSON. */
    JSON,
    /** JSON, or a merge patch, which is the same here. */
    PATCH
  }

  /** Something to read that needs no key. */
  public static Route open(String template, Handler handler) {
    return new Route("GET", template, Optional.empty(), Body.NONE, query -> false, false, handler);
  }

  /** Something to read. */
  public static Route get(String template, Scope scope, Handler handler) {
    return new Route(
        "GET", template, Optional.of(scope), Body.NONE, query -> false, false, handler);
  }

  /** Something to add. */
  public static Route post(String template, Scope scope, Handler handler) {
    return new Route(
        "POST", template, Optional.of(scope), Body.JSON, query -> true, false, handler);
  }

  /** Something to put as a whole. */
  public static Route put(String template, Scope scope, Handler handler) {
    return new Route(
        "PUT", template, Optional.of(scope), Body.JSON, query -> false, false, handler);
  }

  /** Something to change in parts. */
  public static Route patch(String template, Scope scope, Handler handler) {
    return new Route(
        "PATCH", template, Optional.of(scope), Body.PATCH, query -> false, true, handler);
  }

  /** Something to take away. */
  public static Route delete(String template, Scope scope, Handler handler) {
    return new Route(
        "DELETE", template, Optional.of(scope), Body.NONE, query -> false, false, handler);
  }

  /** The same, needing an If-Match. */
  public Route needingVersion() {
    return new Route(method, template, scope, body, keyed, true, handler);
  }

  /** The same, needing an Idempotency-Key only for such queries. */
  public Route keyedIf(Predicate<Query> condition) {
    return new Route(method, template, scope, body, condition, conditional, handler);
  }
}
