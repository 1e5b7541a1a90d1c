package io.storefront.adapters.postgres.verification;

import java.util.List;

/** What holds between the orders' books and those of the sandbox payment provider. */
final class SandboxInvariants {
  static final List<Invariant> ALL =
      List.of(
          new Invariant(
              "I3",
              "one-effect-a-key",
              "The provider has done at most one thing under each key.",
              "Charged twice: give one of them back.",
              connection -> connection.prepareStatement(SandboxSql.ONE_EFFECT_A_KEY)),
          new Invariant(
              "I3",
              "effects-were-asked-for",
              "Whatever the provider has done, an attempt asked for: that kind, that amount.",
              "Who else uses the provider's account, and whether an order was lost.",
              connection -> connection.prepareStatement(SandboxSql.EFFECTS_WERE_ASKED_FOR)),
          new Invariant(
              "I3",
              "settled-attempts-are-true",
              "The provider has done what succeeded, and holds or took nothing for what failed.",
              "What the provider says about the attempt's key; its word counts.",
              connection -> connection.prepareStatement(SandboxSql.SETTLED_ATTEMPTS_ARE_TRUE)),
          new Invariant(
              "I3",
              "provider-stays-in-bounds",
              "By the provider's books no more is held or taken than the order's total, no more"
                  + " taken than was authorized, no more given back than was taken.",
              "Charged too much: give it back.",
              connection -> connection.prepareStatement(SandboxSql.PROVIDER_STAYS_IN_BOUNDS)),
          new Invariant(
              "I4",
              "provider-holds-nothing-for-ended-orders",
              "The provider holds no money for an order that was rejected or cancelled more than"
                  + " 5 min ago, unless it waits for a person.",
              "Void the authorization with the provider.",
              connection ->
                  connection.prepareStatement(SandboxSql.PROVIDER_HOLDS_NOTHING_FOR_ENDED_ORDERS)));

  private SandboxInvariants() {}
}
