package io.storefront.app.resource;

import io.storefront.app.access.KnownStorefronts;
import io.storefront.app.access.Storefront;
import io.storefront.app.problem.Fault;
import io.storefront.app.problem.Problem;
import io.storefront.app.problem.ProblemType;
import io.storefront.app.problem.Refused;
import io.storefront.app.problem.Shown;
import io.storefront.orders.StorefrontId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which storefront a request is about: the key's own, or the one that the operator names with the
 * query parameter {@code storefront}. Thread-safe.
 */
public final class StorefrontChoice {
  private static final String PARAMETER = "storefront";
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  private final KnownStorefronts storefronts;

  /** With what it needs. */
  public StorefrontChoice(KnownStorefronts storefronts) {
    this.storefronts = storefronts;
  }

  /** The id that is named, whether or not there is such a storefront; it must be named. */
  String named(Call call) {
    return maybeNamed(call)
        .orElseThrow(() -> Query.refused(PARAMETER, "is required with an operator's key"));
  }

  /** The storefront of this id, which must exist. */
  Storefront existing(String named) {
    return find(named).orElseThrow(() -> unknown(named));
  }

  /**
   * The storefront that a list is narrowed to; every storefront's for an operator who names none.
   */
  Optional<StorefrontId> narrowed(Call call) {
    Optional<String> named = maybeNamed(call);
    if (call.caller().storefront().isPresent()) {
      return call.caller().storefront();
    }
    return named.map(this::existing).map(Storefront::id);
  }

  /** The storefront of this id, if there is one. */
  Optional<Storefront> find(String id) {
    return id(id).flatMap(storefronts::find);
  }

  /** The id, if it can be one. */
  static Optional<StorefrontId> id(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new StorefrontId(text)) : Optional.empty();
  }

  private static Optional<String> maybeNamed(Call call) {
    Optional<String> named = call.query().get(PARAMETER);
    Optional<String> own = call.caller().storefront().map(StorefrontId::value);
    if (own.isPresent() && named.isPresent() && !named.equals(own)) {
      throw Query.refused(PARAMETER, "must be the key's own storefront, or left out");
    }
    return own.or(() -> named);
  }

  private static Refused unknown(String named) {
    return new Refused(
        Problem.of(
            ProblemType.VALIDATION_FAILED,
            List.of(
                Fault.in(
                    PARAMETER, "must be the id of a storefront, but is " + Shown.quoted(named)))));
  }
}
