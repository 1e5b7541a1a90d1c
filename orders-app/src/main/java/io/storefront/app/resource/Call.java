package io.storefront.app.resource;

import io.storefront.app.access.Caller;
import io.storefront.app.answers.IdempotencyKey;
import io.storefront.app.answers.KeyedRequest;
import io.storefront.app.answers.RequestKey;
import io.storefront.app.problem.Problem;
import io.storefront.app.problem.ProblemType;
import io.storefront.app.problem.Refused;
import io.storefront.orders.StorefrontId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request that has found its route and been let through.
 *
 * @param variables of the path, decoded
 * @param headers their names in any case
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on and never changed
public record Call(
    Route route,
    Map<String, String> variables,
    Query query,
    Map<String, List<String>> headers,
    byte[] body,
    Caller caller) {
  /** A variable of the path. */
  public String variable(String name) {
    return Objects.requireNonNull(variables.get(name), name);
  }

  /** The values of a header. */
  public List<String> header(String name) {
    return headers.getOrDefault(name, List.of());
  }

  /** What the sender calls the request. */
  public IdempotencyKey idempotencyKey() {
    return IdempotencyKey.of(header("Idempotency-Key"));
  }

  /**
   * The request, to be known again by.
   *
   * @param more what makes it this request beside its path and body
   */
  public KeyedRequest keyedRequest(String... more) {
    List<String> content = new ArrayList<>(List.of(more));
    content.addAll(new TreeMap<>(variables).values());
    return KeyedRequest.of(
        caller.storefront().map(StorefrontId::value).orElse(RequestKey.OPERATOR),
        route.method() + " " + route.template(),
        idempotencyKey(),
        content,
        body);
  }

  /**
   * Refuses when the request names a version, and it is another one.
   *
   * @param current 0 where there is nothing yet, which no version names
   */
  public void requireVersion(long current) {
    List<String> wanted = header("If-Match");
    if (!wanted.isEmpty() && (current == 0 || !Etags.matchStrongly(wanted, current))) {
      throw versionConflict(current);
    }
  }

  /**
   * The only version that an act may be done to: none where the request names none, and 0, which no
   * order has, where it does not name the current one.
   */
  public Optional<Long> onlyAt(long current) {
    List<String> wanted = header("If-Match");
    return wanted.isEmpty()
        ? Optional.empty()
        : Optional.of(Etags.matchStrongly(wanted, current) ? current : 0);
  }

  /** Whether the caller has this version already. */
  public boolean alreadyHas(long current) {
    return Etags.matchWeakly(header("If-None-Match"), current);
  }

  /** The refusal of a change that was made for another version. */
  static Refused versionConflict(long current) {
    return new Refused(
        Problem.of(
                ProblemType.VERSION_CONFLICT,
                "The version in If-Match is not the current one, which is " + current + ".")
            .with("currentVersion", current));
  }

  /** The refusal of whatever is not there, or not for this caller. */
  static Refused notFound(String what) {
    return new Refused(ProblemType.NOT_FOUND, "There is no " + what + " with this id.");
  }
}
