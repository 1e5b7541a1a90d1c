package io.storefront.orders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * What a customer has asked a storefront for. An order is placed; once its stock is claimed and its
 * payment authorized it is confirmed, and otherwise rejected, or cancelled if somebody asked for
 * that first. Immutable: every act answers with the next order and the events that tell of it, and
 * whoever acts hands both to storage.
 */
public record Order(
    OrderId id,
    StorefrontId storefront,
    Terms terms,
    List<OrderLine> lines,
    Particulars particulars,
    PaymentLedger payment,
    StockStanding stock,
    Standing standing) {
  /** "An order has at most 200 lines." */
  public static final int MAX_LINES = 200;

  /** "An order has at most 100 000 units." */
  public static final int MAX_UNITS = 100_000;

  /** An act's result: the order after it, and what to tell of it. */
  public record Act(Order order, List<OrderEvent> events) {}

  /** Refuses an order with no lines or more than {@value #MAX_LINES}. */
  public Order {
    lines = List.copyOf(lines);
    if (lines.isEmpty() || lines.size() > MAX_LINES) {
      throw new IllegalArgumentException("an order has 1 to " + MAX_LINES + " lines");
    }
  }

  /** A new order, pending, with nothing claimed and nothing asked of the provider. */
  public static Act place(
      OrderId id,
      StorefrontId storefront,
      Terms terms,
      List<OrderLine> lines,
      Particulars particulars,
      Actor actor) {
    Instant now = terms.placedAt();
    Order order =
        new Order(
            id,
            storefront,
            terms,
            lines,
            particulars,
            PaymentLedger.EMPTY,
            StockStanding.UNCLAIMED,
            Standing.placed(now));
    return new Act(order, List.of(order.event(OrderEvent.Type.PLACED, actor, Optional.empty())));
  }

  /** Where it stands, in one word. */
  public Lifecycle status() {
    return standing.status();
  }

  /** One more with each commit. */
  public long version() {
    return standing.version();
  }

  /** What the customer owes. */
  public Money due() {
    return terms.totals().grandTotal();
  }

  /** The claim that this order needs from stock, one revision after the last answered one. */
  public StockClaim claim() {
    return StockClaim.needed(id, stock.revision() + 1, lines);
  }

  /** The claim that gives everything back; for an order whose stock is being released. */
  public StockClaim tombstone() {
    return new StockClaim(id, stock.revision(), List.of());
  }

  /** The same order after the stock has answered yes to {@link #claim}. */
  public Order stockHeld(Instant now) {
    return with(stock.held(), now);
  }

  /** The same order before the stock is told its {@link #tombstone}. */
  public Order stockReleasing(Instant now) {
    return with(stock.releasing(), now);
  }

  /** The same order after the stock has taken its {@link #tombstone}. */
  public Order stockReleased(Instant now) {
    return with(stock.released(), now);
  }

  /** Queues the authorization of what is due; to be committed before the provider is asked. */
  public Order authorizing(PaymentToken token, Instant now) {
    return with(PaymentAttempt.authorize(id, payment.nextNumber(), due(), token, now), now);
  }

  /** Queues the void of what an authorization holds. */
  public Order voiding(PaymentAttempt held, Instant now) {
    return with(PaymentAttempt.voiding(id, payment.nextNumber(), held, now), now);
  }

  /** The provider has done what the attempt asked. */
  public Order succeeded(
      PaymentAttempt attempt, ProviderReference by, Optional<Instant> until, Instant now) {
    return with(attempt.succeeded(by, until), now);
  }

  /** The provider has declined what the attempt asked. */
  public Order declined(PaymentAttempt attempt, String code, Instant now) {
    return with(attempt.failed(Optional.of(code)), now);
  }

  /** The attempt certainly never reached the provider, and will not be made any more. */
  public Order abandoned(PaymentAttempt attempt, Instant now) {
    return with(attempt.failed(Optional.empty()), now);
  }

  /** The answer was lost. */
  public Order unknown(PaymentAttempt attempt, Instant now) {
    return with(attempt.unsettled(PaymentAttempt.State.UNKNOWN, attempt.nextAction()), now);
  }

  /** The provider waits for the customer. */
  public Order actionRequired(PaymentAttempt attempt, NextAction action, Instant now) {
    return with(attempt.unsettled(attempt.state(), Optional.of(action)), now);
  }

  /** Stock and payment are certain: the order stands. */
  public Act confirm(Actor actor, Instant now) {
    boolean paid = due().isZero() || payment.liveAuthorization().isPresent();
    boolean wanted = standing.cancelRequestedAt().isEmpty();
    if (stock.state() != StockStanding.State.HELD || !paid || !wanted) {
      throw new IllegalStateException(
          "only an order with stock and payment that nobody asked to cancel can be confirmed");
    }
    return become(Lifecycle.CONFIRMED, OrderEvent.Type.CONFIRMED, Optional.empty(), actor, now);
  }

  /** It cannot be confirmed. Nothing may be held or charged for it any more. */
  public Act reject(Rejection why, Actor actor, Instant now) {
    return giveUp(Lifecycle.REJECTED, OrderEvent.Type.REJECTED, Optional.of(why), actor, now);
  }

  /** Somebody asked to cancel it while it was pending. Nothing may be held for it any more. */
  public Act cancelPending(Actor actor, Instant now) {
    return giveUp(Lifecycle.CANCELLED, OrderEvent.Type.CANCELLED, Optional.empty(), actor, now);
  }

  /** The same order, about to be stored as this version. */
  public Order atVersion(long version) {
    return with(lines, payment, stock, standing.atVersion(version));
  }

  private Act giveUp(
      Lifecycle end, OrderEvent.Type type, Optional<Rejection> why, Actor actor, Instant now) {
    if (stock.mayHold() || payment.mayHold()) {
      throw new IllegalStateException("an order is given up only once nothing is held for it");
    }
    List<OrderLine> cancelled = lines.stream().map(OrderLine::cancelled).toList();
    return with(cancelled, payment, stock, standing).become(end, type, why, actor, now);
  }

  private Act become(
      Lifecycle next, OrderEvent.Type type, Optional<Rejection> why, Actor actor, Instant now) {
    Order order = with(lines, payment, stock, standing.become(next, now, why));
    Optional<String> reason = why.map(rejection -> rejection.reason().name());
    return new Act(order, List.of(order.event(type, actor, reason)));
  }

  private OrderEvent event(OrderEvent.Type type, Actor actor, Optional<String> reason) {
    return new OrderEvent(
        standing.lastEvent(), type, standing.updatedAt(), actor, Optional.of(due()), reason);
  }

  private Order with(StockStanding next, Instant now) {
    return with(lines, payment, next, standing.touched(now));
  }

  private Order with(PaymentAttempt attempt, Instant now) {
    return with(lines, payment.with(attempt), stock, standing.touched(now));
  }

  private Order with(
      List<OrderLine> units, PaymentLedger money, StockStanding goods, Standing now) {
    return new Order(id, storefront, terms, units, particulars, money, goods, now);
  }
}
