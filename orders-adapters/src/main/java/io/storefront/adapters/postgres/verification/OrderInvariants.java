package io.storefront.adapters.postgres.verification;

import java.util.List;

/** What holds inside each order. */
final class OrderInvariants {
  static final Invariant STATUSES_ARE_DERIVED =
      new Invariant(
          "I15",
          "statuses-are-derived",
          "The stored statuses of goods, money and returns are those that lines, attempts and"
              + " returns give.",
          "The order's lines and attempts; the stored statuses only serve lists.",
          connection -> connection.prepareStatement(OrderSql.STATUSES_ARE_DERIVED));

  static final List<Invariant> ALL =
      List.of(
          new Invariant(
              "I6",
              "orders-are-whole",
              "Every order has all of its lines, numbered 1, 2, 3 …, its contact, and all of its"
                  + " records.",
              "Parts of an order were lost: restore them from a backup.",
              connection -> connection.prepareStatement(OrderSql.ORDERS_ARE_WHOLE)),
          new Invariant(
              "I5",
              "totals-add-up",
              "The total is lines less discounts plus shipping plus added taxes, to the last unit.",
              "What was authorized for the order, and the answer that its client got.",
              connection -> connection.prepareStatement(OrderSql.TOTALS_ADD_UP)),
          new Invariant(
              "I5",
              "units-add-up",
              "Ordered units are allocated, shipped or cancelled; of an order that is rejected or"
                  + " cancelled all are cancelled.",
              "The order's journal, its shipments and its claim.",
              connection -> connection.prepareStatement(OrderSql.UNITS_ADD_UP)),
          STATUSES_ARE_DERIVED,
          new Invariant(
              "I11",
              "copies-agree",
              "What is stored beside an order names the order's own storefront, and a line its"
                  + " time.",
              "Who wrote to the table by hand; lists show the order to the wrong storefront, or not"
                  + " in its place.",
              connection -> connection.prepareStatement(OrderSql.COPIES_AGREE)));

  private OrderInvariants() {}
}
