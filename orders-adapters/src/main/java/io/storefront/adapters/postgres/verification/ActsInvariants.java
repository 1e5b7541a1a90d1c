package io.storefront.adapters.postgres.verification;

import java.util.List;

/** What holds between orders and what acts have left with them. */
final class ActsInvariants {
  static final List<Invariant> ALL =
      List.of(
          new Invariant(
              "I5",
              "units-follow-records",
              "The shipped, delivered, cancelled and returned units of a line are those that the"
                  + " order's shipments, cancellations and returns tell.",
              "The order's journal: either a record or a line was changed by hand.",
              connection -> connection.prepareStatement(ActsSql.UNITS_FOLLOW_RECORDS)),
          new Invariant(
              "I3",
              "attempts-fit-their-target",
              "Captures stay within the authorization that they name, refunds within their"
                  + " capture, and voids name an authorization.",
              "What the provider has recorded under both keys.",
              connection -> connection.prepareStatement(ActsSql.ATTEMPTS_FIT_THEIR_TARGET)),
          new Invariant(
              "I3",
              "refunds-are-true",
              "A refund has succeeded once its attempts have given all of it, has failed once one"
                  + " of them was refused, and every attempt to give back belongs to one.",
              "What the provider says about the keys of the refund's attempts.",
              connection -> connection.prepareStatement(ActsSql.REFUNDS_ARE_TRUE)),
          new Invariant(
              "I4",
              "deleted-orders-rest",
              "An order that is softly deleted has ended, with no money or stock open.",
              "Restore it; what is open is then finished.",
              connection -> connection.prepareStatement(ActsSql.DELETED_ORDERS_REST)));

  private ActsInvariants() {}
}
