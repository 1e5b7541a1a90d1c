package io.storefront.app.access;

import io.storefront.app.problem.Problem;
import io.storefront.app.problem.ProblemType;
import io.storefront.app.problem.Refused;
import io.storefront.orders.Actor;
import io.storefront.orders.StorefrontId;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks.
 *
 * @param actor as orders remember it
 * @param storefront empty for the operator
 */
public record Caller(Actor actor, Optional<StorefrontId> storefront, Set<Scope> scopes) {
  /** Whether it may do this. */
  public boolean has(Scope scope) {
    return scopes.contains(scope);
  }

  /** Refuses whoever may not do this. */
  public void require(Scope scope) {
    if (!has(scope)) {
      throw new Refused(
          Problem.of(
                  ProblemType.INSUFFICIENT_SCOPE,
                  "This needs a key with the scope " + scope.text() + ".")
              .with("requiredScope", scope.text()));
    }
  }
}
