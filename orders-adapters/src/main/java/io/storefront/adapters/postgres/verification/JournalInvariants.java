package io.storefront.adapters.postgres.verification;

import java.util.List;

/** What holds between orders, their journal and the outbox. */
final class JournalInvariants {
  static final Invariant HEADS_ARE_COMPLETE =
      new Invariant(
          "I10",
          "heads-are-complete",
          "The outbox knows the newest event of every order that it keeps.",
          "The relay's log, and who wrote to outbox_head by hand.",
          connection -> connection.prepareStatement(JournalSql.HEADS_ARE_COMPLETE));

  static final Invariant NO_EVENT_IS_FORGOTTEN =
      new Invariant(
          "I10",
          "no-event-is-forgotten",
          "Every event that has no position in the feed, or is not published, is kept by the"
              + " outbox.",
          "The relay's log, and who deleted from outbox_head by hand.",
          connection -> connection.prepareStatement(JournalSql.NO_EVENT_IS_FORGOTTEN));

  static final List<Invariant> ALL =
      List.of(
          new Invariant(
              "I10",
              "journal-has-no-gaps",
              "The journal of an order holds its events 1, 2, 3 … to the last one.",
              "Journal entries were lost or are nobody's: compare with a backup.",
              connection -> connection.prepareStatement(JournalSql.JOURNAL_HAS_NO_GAPS)),
          HEADS_ARE_COMPLETE,
          NO_EVENT_IS_FORGOTTEN,
          new Invariant(
              "I9",
              "events-are-published",
              "Every event has its position and is published within 60 s.",
              "Whether the relay runs and the bus takes events; what is parked was refused 20"
                  + " times.",
              connection -> connection.prepareStatement(JournalSql.EVENTS_ARE_PUBLISHED)),
          new Invariant(
              "I10",
              "feed-keeps-order",
              "The events of an order stand in the feed in their sequence, and none beyond its"
                  + " end.",
              "Who wrote to order_feed by hand; readers of the feed may have missed events.",
              connection -> connection.prepareStatement(JournalSql.FEED_KEEPS_ORDER)),
          new Invariant(
              "I15",
              "only-legal-steps",
              "An order was placed first, and then went only where the lifecycle allows.",
              "Who wrote to order_journal by hand.",
              connection -> connection.prepareStatement(JournalSql.ONLY_LEGAL_STEPS)),
          new Invariant(
              "I15",
              "status-is-told",
              "The status of an order is the one that its journal ends with.",
              "Who changed the order's status by hand; the journal tells what happened.",
              connection -> connection.prepareStatement(JournalSql.STATUS_IS_TOLD)));

  private JournalInvariants() {}
}
