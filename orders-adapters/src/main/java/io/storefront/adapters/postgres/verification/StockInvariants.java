package io.storefront.adapters.postgres.verification;

import java.util.List;

/** What holds of stock and of claims on it. */
final class StockInvariants {
  static final Invariant RESERVED_IS_CLAIMED =
      new Invariant(
          "I1",
          "reserved-is-claimed",
          "The reserved units of a product are the sum of the claims on it.",
          "Whether the claims agree with the stock ledger; if they do, the counter is wrong.",
          connection -> connection.prepareStatement(StockSql.RESERVED_IS_CLAIMED));

  static final Invariant ON_HAND_IS_BOOKED =
      new Invariant(
          "I1",
          "on-hand-is-booked",
          "The units on hand are those received, adjusted and restocked, less those shipped.",
          "Count the shelf, and put the counter right with an adjustment once the ledger agrees.",
          connection -> connection.prepareStatement(StockSql.ON_HAND_IS_BOOKED));

  static final Invariant ENDED_ORDERS_CLAIM_NOTHING =
      new Invariant(
          "I9",
          "ended-orders-claim-nothing",
          "Nothing is reserved for an order that is rejected or cancelled.",
          "The order's journal and its entries in the stock ledger.",
          connection -> connection.prepareStatement(StockSql.ENDED_ORDERS_CLAIM_NOTHING));

  static final List<Invariant> ALL =
      List.of(
          new Invariant(
              "I1",
              "stock-counters-in-bounds",
              "No fewer than no units of a product are reserved, and no more than are on hand.",
              "The constraint stock_reserved_is_on_hand is gone: count the shelf, put it back.",
              connection -> connection.prepareStatement(StockSql.COUNTERS_IN_BOUNDS)),
          RESERVED_IS_CLAIMED,
          ON_HAND_IS_BOOKED,
          new Invariant(
              "I1",
              "claims-are-booked",
              "Every claim is what the stock ledger's entries for its owner add up to.",
              "Who wrote to stock_claim_line or stock_ledger by hand; the order says what it"
                  + " needs.",
              connection -> connection.prepareStatement(StockSql.CLAIMS_ARE_BOOKED)),
          new Invariant(
              "I1",
              "adjustments-are-booked",
              "Every adjustment stands in the stock ledger with its quantity, and no other one.",
              "Who wrote to stock_adjustment or stock_ledger by hand.",
              connection -> connection.prepareStatement(StockSql.ADJUSTMENTS_ARE_BOOKED)),
          new Invariant(
              "I2",
              "allocated-units-are-there",
              "No more units of a product are allocated to orders than are on hand.",
              "Oversold: count the shelf; buy, or cancel what cannot be shipped.",
              connection -> connection.prepareStatement(StockSql.ALLOCATED_UNITS_ARE_THERE)),
          new Invariant(
              "I5",
              "live-orders-hold-their-units",
              "Every unshipped, uncancelled unit of a confirmed order is claimed, and none beyond;"
                  + " its claim counts what was shipped and restocked.",
              "The order's lines, its claim and the stock ledger's entries for it.",
              connection -> connection.prepareStatement(StockSql.LIVE_ORDERS_HOLD_THEIR_UNITS)),
          ENDED_ORDERS_CLAIM_NOTHING,
          new Invariant(
              "I6",
              "claims-have-orders",
              "Every claim of an order belongs to an order that is there.",
              "An order was lost: restore it from a backup before its units are given away.",
              connection -> connection.prepareStatement(StockSql.CLAIMS_HAVE_ORDERS)));

  private StockInvariants() {}
}
