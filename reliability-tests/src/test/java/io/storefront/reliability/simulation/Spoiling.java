package io.storefront.reliability.simulation;

import io.storefront.app.answers.RequestEnclosure;
import io.storefront.app.port.Answers;
import io.storefront.app.port.EventPublisher;
import io.storefront.app.port.OrderFeed;
import io.storefront.app.port.Outbox.Settlement;
import io.storefront.orders.Enclosure;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.ProviderKey;
import io.storefront.orders.ProviderReference;
import io.storefront.orders.port.CustomerLookup;
import io.storefront.orders.port.Orders.CommitAnswer;
import io.storefront.orders.port.Payments;
import io.storefront.orders.port.Payments.ActionRequired;
import io.storefront.orders.port.Payments.Answer;
import io.storefront.orders.port.Payments.Approved;
import io.storefront.orders.port.Payments.Declined;
import io.storefront.orders.port.Payments.Instruction;
import io.storefront.orders.port.Payments.NotSent;
import io.storefront.orders.port.Payments.Unknown;
import io.storefront.orders.port.StockReservations;
import io.storefront.orders.port.StockReservations.ClaimAnswer;
import io.storefront.orders.port.UnfinishedOrders;
import io.storefront.orders.port.Work;
import io.storefront.orders.testkit.Changes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Mistakes that whoever implements a port could make. */
@SuppressWarnings("ImmutableEnumChecker") // nothing of it has a state
enum Spoiling {
  STORAGE_IGNORES_LEASES(Spoiled.changes(it -> Changed.under(it, Optional.empty()))),
  STORAGE_IGNORES_VERSIONS(Spoiled.commits(Changed::commitAnyway)),
  STORAGE_SAYS_COMMITTED_WHEN_IT_IS_STALE(
      Spoiled.commits(
          (change, right) ->
              right.apply(change) instanceof CommitAnswer.Stale
                  ? new CommitAnswer.Committed()
                  : right.apply(change))),
  STORAGE_DROPS_EVENTS(Spoiled.changes(it -> Changed.telling(it, List.of()))),
  STORAGE_FORGETS_WHAT_IS_DUE(
      Spoiled.changes(it -> it.isPlacing() ? it : Changes.leaving(it, new Work.Done()))),
  STORAGE_DROPS_ANSWERS(
      Spoiled.changes(
          it ->
              it.enclosure() instanceof RequestEnclosure.Ended
                  ? Changes.enclosing(it, Enclosure.NONE)
                  : it)),
  STORAGE_DROPS_CLAIMED_KEYS(
      Spoiled.changes(
          it ->
              it.enclosure() instanceof RequestEnclosure.Claimed
                  ? Changes.enclosing(it, Enclosure.NONE)
                  : it)),
  STORAGE_IGNORES_THAT_A_KEY_IS_TAKEN(
      Spoiled.commits(
          (change, right) ->
              right.apply(change) instanceof CommitAnswer.RequestTaken
                  ? right.apply(Changes.enclosing(change, Enclosure.NONE))
                  : right.apply(change))),
  STORAGE_DROPS_CLAIMS_ON_STOCK(Spoiled.changes(it -> Changed.claiming(it, Optional.empty()))),
  LEASES_LAST_NO_TIME(
      Spoiled.at(
          UnfinishedOrders.class,
          "lease",
          (given, right) ->
              right.apply(
                  given.stream()
                      .map(it -> it instanceof Duration ? (Object) Duration.ofMillis(1) : it)
                      .toList()))),
  POSTPONED_WORK_IS_FINISHED(
      Spoiled.at(
          UnfinishedOrders.class,
          "postpone",
          (given, right) -> right.apply(List.of(given.get(0), Duration.ofDays(300))))),
  STOCK_IGNORES_REVISIONS(Spoiled.claims(Changed.risingRevisions())),
  STOCK_FORGETS_TOMBSTONES(
      Spoiled.claims(
          (claim, right) ->
              claim.lines().isEmpty() ? new StockReservations.Held() : right.apply(claim))),
  STOCK_SAYS_HELD_WHEN_IT_IS_SHORT(Spoiled.claims((claim, right) -> held(right.apply(claim)))),
  STOCK_SAYS_HELD_WITHOUT_DOING_IT(Spoiled.claims((claim, right) -> new StockReservations.Held())),
  TIMEOUT_READ_AS_DECLINED(
      Spoiled.reading("send", (it, read) -> read instanceof Unknown ? new Declined("x") : read)),
  TIMEOUT_READ_AS_DECLINED_WHEN_ASKED(
      Spoiled.reading("ask", (it, read) -> read instanceof Unknown ? new Declined("x") : read)),
  TIMEOUT_READ_AS_APPROVED(
      Spoiled.reading("send", (it, read) -> read instanceof Unknown ? approved() : read)),
  TIMEOUT_READ_AS_NOT_SENT_WHEN_ASKED(
      Spoiled.reading("ask", (it, read) -> read instanceof Unknown ? new NotSent() : read)),
  NOT_FOUND_READ_AS_NO(
      Spoiled.reading("ask", (it, read) -> read instanceof NotSent ? new Declined("x") : read)),
  NOT_FOUND_READ_AS_YES(
      Spoiled.reading("ask", (it, read) -> read instanceof NotSent ? approved() : read)),
  DECLINED_READ_AS_UNKNOWN(
      Spoiled.reading("ask", (it, read) -> read instanceof Declined ? new Unknown() : read)),
  DECLINED_READ_AS_APPROVED(
      Spoiled.reading("send", (it, read) -> read instanceof Declined ? approved() : read)),
  WAITING_FOR_THE_CUSTOMER_READ_AS_APPROVED(
      Spoiled.reading("ask", (it, read) -> read instanceof ActionRequired ? approved() : read)),
  WAITING_FOR_THE_CUSTOMER_READ_AS_DECLINED(
      Spoiled.reading(
          "send", (it, read) -> read instanceof ActionRequired ? new Declined("x") : read)),
  EVERY_SENDING_HAS_A_KEY_OF_ITS_OWN(Spoiled.telling("send", Changed.freshKeys())),
  ALL_AUTHORIZATIONS_HAVE_ONE_KEY(
      Spoiled.telling("send", it -> Changed.keyed(it, new ProviderKey("the key")))),
  TWICE_THE_AMOUNT_IS_CHARGED(
      Spoiled.telling("send", it -> Changed.charging(it, it.amount().multipliedBy(2)))),
  VOIDS_ARE_TAKEN_FOR_DONE(
      Spoiled.at(
          Payments.class,
          "send",
          (given, right) ->
              ((Instruction) given.getFirst()).token().isEmpty()
                  ? approved()
                  : right.apply(given))),
  CAPTURES_ARE_TAKEN_FOR_DONE(
      Spoiled.at(
          Payments.class,
          "send",
          (given, right) ->
              ((Instruction) given.getFirst()).kind() == PaymentAttempt.Kind.CAPTURE
                  ? approved()
                  : right.apply(given))),
  MORE_IS_GIVEN_BACK_THAN_WAS_DECIDED(
      Spoiled.telling(
          "send",
          it ->
              it.kind() == PaymentAttempt.Kind.REFUND
                  ? Changed.charging(it, it.amount().plus(1))
                  : it)),
  STOCK_FORGETS_WHAT_HAS_LEFT(
      Spoiled.claims(
          (claim, right) ->
              claim.lines().stream().anyMatch(line -> line.shipped() > 0)
                  ? new StockReservations.Held()
                  : right.apply(claim))),
  EVERYBODY_MAY_ORDER(
      Spoiled.at(
          CustomerLookup.class,
          "check",
          (given, right) -> right.apply(List.of(given.getFirst(), Wish.CUSTOMER)))),
  STORED_ANSWERS_ARE_NOT_FOUND(
      Spoiled.at(Answers.class, "find", (given, right) -> Optional.empty())),
  STORED_ANSWERS_LACK_THEIR_END(
      Spoiled.at(
          Answers.class,
          "find",
          (given, right) ->
              ((Optional<?>) right.apply(given))
                  .map(Answers.Recorded.class::cast)
                  .map(
                      it -> new Answers.Recorded(it.fingerprint(), it.order(), Optional.empty())))),
  OUTBOX_LEAVES_OUT_THE_FIRST_EVENT(
      Spoiled.claimed(entries -> entries.subList(Math.min(1, entries.size()), entries.size()))),
  OUTBOX_CLAIMS_THE_LAST_EVENT_FIRST(Spoiled.claimed(List::reversed)),
  OUTBOX_FORGETS_WHAT_HAPPENED_SINCE_IT_WAS_CLAIMED(
      Spoiled.settled(
          it -> new Settlement(it.order(), it.through() + 9, it.refusals(), it.pause()))),
  OUTBOX_PARKS_WHATEVER_HAS_TO_WAIT(
      Spoiled.settled(
          it ->
              new Settlement(
                  it.order(), it.through(), it.refusals(), it.pause().filter(Duration::isZero)))),
  BUS_SAYS_ACCEPTED_WHATEVER_IT_DOES(
      Spoiled.at(
          EventPublisher.class,
          "publish",
          (given, right) ->
              ((List<?>) right.apply(given))
                  .stream().map(answer -> (Object) EventPublisher.Answer.ACCEPTED).toList())),
  FEED_GIVES_NO_POSITIONS(Spoiled.at(OrderFeed.class, "append", (given, right) -> 0));

  private final UnaryOperator<Ports> spoiling;

  Spoiling(UnaryOperator<Ports> spoiling) {
    this.spoiling = spoiling;
  }

  UnaryOperator<Ports> spoiling() {
    return spoiling;
  }

  private static ClaimAnswer held(ClaimAnswer whatever) {
    return whatever instanceof StockReservations.Held ? whatever : new StockReservations.Held();
  }

  private static Answer approved() {
    return new Approved(new ProviderReference("ref-imagined"), Optional.empty());
  }
}
