package io.storefront.adapters.postgres.verification;

import java.util.List;

/** What holds of orders on their way, and of the requests that placed them. */
final class ProgressInvariants {
  static final Invariant UNFINISHED_ORDERS_HAVE_WORK =
      new Invariant(
          "I9",
          "unfinished-orders-have-work",
          "Somebody will look again at every order that is pending, has a payment under way or a"
              + " refund to give, has stock to tell or to release, or is held by the system until"
              + " that resolves itself.",
          "Who deleted from order_work by hand.",
          connection -> connection.prepareStatement(ProgressSql.UNFINISHED_ORDERS_HAVE_WORK));

  static final List<Invariant> ALL =
      List.of(
          new Invariant(
              "I9",
              "pending-orders-end",
              "No order is pending 5 min after its deadline, or after somebody asked to cancel it,"
                  + " unless it waits for a person.",
              "Whether background work runs, and what the provider says about the order's payment.",
              connection -> connection.prepareStatement(ProgressSql.PENDING_ORDERS_END)),
          UNFINISHED_ORDERS_HAVE_WORK,
          new Invariant(
              "I9",
              "due-work-is-done",
              "No work has been due for 5 min.",
              "Whether any server does background work, and what its log says.",
              connection -> connection.prepareStatement(ProgressSql.DUE_WORK_IS_DONE)),
          new Invariant(
              "I7",
              "one-order-a-reference",
              "A storefront has at most one order, rejected ones aside, under one reference.",
              "The index orders_reference is gone: cancel what is double, put it back.",
              connection -> connection.prepareStatement(ProgressSql.ONE_ORDER_A_REFERENCE)),
          new Invariant(
              "I7",
              "one-order-a-key",
              "A key names one request of its owner, and an order was placed under one key.",
              "The primary key of idempotency is gone: cancel what is double, put it back.",
              connection -> connection.prepareStatement(ProgressSql.ONE_ORDER_A_KEY)),
          new Invariant(
              "I8",
              "ended-orders-are-answered",
              "Whoever placed an order that has ended or is confirmed has an answer stored.",
              "A retry with that key still finds the order; tell its client how it ended.",
              connection -> connection.prepareStatement(ProgressSql.ENDED_ORDERS_ARE_ANSWERED)),
          new Invariant(
              "I6",
              "answers-are-true",
              "A stored answer names its own order, which a success has confirmed and a refusal"
                  + " has not.",
              "What the client was told, and what it did about it.",
              connection -> connection.prepareStatement(ProgressSql.ANSWERS_ARE_TRUE)));

  private ProgressInvariants() {}
}
