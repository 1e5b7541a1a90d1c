package io.storefront.app.api;

import io.storefront.app.access.Access;
import io.storefront.app.access.Caller;
import io.storefront.app.access.Scope;
import io.storefront.app.answers.IdempotencyKey;
import io.storefront.app.problem.ProblemType;
import io.storefront.app.problem.Refused;
import io.storefront.app.resource.Call;
import io.storefront.app.resource.Query;
import io.storefront.app.resource.Route;
import io.storefront.orders.Actor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What every request goes through, in the order that the contract gives, so that every mistake is
 * answered alike everywhere. Thread-safe.
 */
final class Checks {
  private static final int MAX_URL = 2 * 1024;
  private static final int MAX_HEADERS = 8 * 1024;
  private static final int MAX_FIELDS = 100;

  /** Colon, space and line end. */
  private static final int AROUND_EACH = 4;

  private static final Caller NOBODY = new Caller(new Actor("-"), Optional.empty(), Set.of());
  private static final Pattern KEY_IN_QUERY =
      Pattern.compile(
          "oms_(live|test)_|(^|&)(access_token|api[_-]?key|x-api-key|authorization)=",
          Pattern.CASE_INSENSITIVE);

  private final Router router;
  private final Access access;

  Checks(Router router, Access access) {
    this.router = router;
    this.access = access;
  }

  /**
   * Where a request leads; costs nothing.
   *
   * @throws Refused when it leads nowhere
   */
  Router.Found find(ApiRequest request) {
    requireShortUrl(request);
    requireFewHeaders(request);
    return router.find(request.method(), request.path());
  }

  /**
   * Lets a request through.
   *
   * @param callers told of the caller as soon as it is known
   * @throws Refused at the first check that fails
   */
  Call pass(ApiRequest request, Router.Found found, Consumer<Caller> callers) {
    Route route = found.route();
    Caller caller = route.scope().map(scope -> caller(request, scope, callers)).orElse(NOBODY);
    requireCondition(request, route);
    requireReadableBody(request, route);
    Query query = Query.parse(request.rawQuery());
    Call call =
        new Call(route, found.variables(), query, request.headers(), request.body(), caller);
    if (route.keyed().test(query)) {
      IdempotencyKey.of(call.header("Idempotency-Key"));
    }
    return call;
  }

  private static void requireShortUrl(ApiRequest request) {
    if (request.path().length() + 1 + request.rawQuery().length() > MAX_URL) {
      throw new Refused(
          ProblemType.URI_TOO_LONG, "Path and query must be at most " + MAX_URL + " characters.");
    }
  }

  /** Counted as if all values of a name had come in one field, as gateways hand them on. */
  private static void requireFewHeaders(ApiRequest request) {
    int fields = 0;
    int size = 0;
    for (Map.Entry<String, List<String>> each : request.headers().entrySet()) {
      fields += each.getValue().size();
      size += each.getKey().length() + String.join(",", each.getValue()).length() + AROUND_EACH;
    }
    if (fields > MAX_FIELDS || size > MAX_HEADERS) {
      throw new Refused(
          ProblemType.HEADERS_TOO_LARGE,
          "There must be at most %d header fields with %d bytes in all."
              .formatted(MAX_FIELDS, MAX_HEADERS));
    }
  }

  private Caller caller(ApiRequest request, Scope scope, Consumer<Caller> callers) {
    // A key in an address ends up in logs and histories; whoever sends one there must not get in.
    if (KEY_IN_QUERY.matcher(request.rawQuery()).find()) {
      throw Access.unauthenticated();
    }
    Caller caller = access.caller(header(request, "Authorization"));
    callers.accept(caller);
    caller.require(scope);
    return caller;
  }

  private static void requireCondition(ApiRequest request, Route route) {
    if (route.conditional() && header(request, "If-Match").isEmpty()) {
      throw new Refused(
          ProblemType.PRECONDITION_REQUIRED,
          "Send a header If-Match with the ETag of the version that you have seen.");
    }
  }

  private static void requireReadableBody(ApiRequest request, Route route) {
    if (request.body().length > ApiRequest.MAX_BODY) {
      throw new Refused(
          ProblemType.TOO_LARGE, "The body must be at most " + ApiRequest.MAX_BODY + " bytes.");
    }
    if (route.body() == Route.Body.NONE) {
      return;
    }
    List<String> encodings = header(request, "Content-Encoding");
    if (encodings.stream().anyMatch(encoding -> !encoding.strip().equalsIgnoreCase("identity"))) {
      throw new Refused(
          ProblemType.UNSUPPORTED_MEDIA_TYPE, "The body must be sent without Content-Encoding.");
    }
    List<String> types = header(request, "Content-Type");
    boolean isNothing = types.isEmpty() && request.body().length == 0;
    if (!isNothing && (types.size() != 1 || !MediaType.isJson(types.getFirst(), route.body()))) {
      throw new Refused(
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          "The Content-Type must be application/json"
              + (route.body() == Route.Body.PATCH ? " or application/merge-patch+json" : "")
              + ", in UTF-8.");
    }
  }

  private static List<String> header(ApiRequest request, String name) {
    return request.headers().getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }
}
