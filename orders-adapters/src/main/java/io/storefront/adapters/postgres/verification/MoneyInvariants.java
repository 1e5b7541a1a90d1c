package io.storefront.adapters.postgres.verification;

import java.util.List;

/** What holds of money by the orders' own books. */
final class MoneyInvariants {
  static final Invariant TOKENS_ARE_ERASED =
      new Invariant(
          "I14",
          "tokens-are-erased",
          "A payment attempt that has ended keeps no token.",
          "The constraint payment_attempt_token is gone: put it back.",
          connection -> connection.prepareStatement(MoneySql.TOKENS_ARE_ERASED));

  static final List<Invariant> ALL =
      List.of(
          new Invariant(
              "I3",
              "attempts-keep-their-keys",
              "An order's attempts are numbered 1, 2, 3 …, and their keys are made of order, kind"
                  + " and number.",
              "What the provider has recorded under these keys.",
              connection -> connection.prepareStatement(MoneySql.ATTEMPTS_KEEP_THEIR_KEYS)),
          new Invariant(
              "I3",
              "money-stays-in-bounds",
              "No more is held or taken than the total, no more taken than was authorized, no more"
                  + " given back than was taken.",
              "The provider's own books for this order; give back what was taken too much.",
              connection -> connection.prepareStatement(MoneySql.MONEY_STAYS_IN_BOUNDS)),
          new Invariant(
              "I4",
              "ended-orders-hold-no-money",
              "No money is held for an order that is rejected or cancelled, or beyond what was"
                  + " taken for one that is completed, unless a void is under way or it waits for a"
                  + " person.",
              "Void the authorization with the provider.",
              connection -> connection.prepareStatement(MoneySql.ENDED_ORDERS_HOLD_NO_MONEY)),
          new Invariant(
              "I5",
              "confirmed-orders-are-paid",
              "All that is due for a confirmed order is held or taken, and taken once it is"
                  + " completed, unless that is under way or it waits for a person.",
              "The order's attempts and the provider's books, before it is shipped.",
              connection -> connection.prepareStatement(MoneySql.CONFIRMED_ORDERS_ARE_PAID)),
          new Invariant(
              "I9",
              "attempts-settle",
              "A payment attempt of an order that is not pending gets its yes or no within 15 min,"
                  + " unless it waits for a person.",
              "Whether the provider can be reached, and what it says about the attempt's key.",
              connection -> connection.prepareStatement(MoneySql.ATTEMPTS_SETTLE)),
          TOKENS_ARE_ERASED);

  private MoneyInvariants() {}
}
