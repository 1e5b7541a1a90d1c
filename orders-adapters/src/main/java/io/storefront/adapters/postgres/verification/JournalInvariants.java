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

  static final List<Invariant> ALL =
      List.of(
          new Invariant(
              "I10",
              "journal-has-no-gaps",
              "The journal of an order holds its events 1, 2, 3 … to the last one.",
              "Journal entries were lost or are nobody's: compare with a backup.",
              connection -> connection.prepareStatement(JournalSql.JOURNAL_HAS_NO_GAPS)),
          HEADS_ARE_COMPLETE,
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
