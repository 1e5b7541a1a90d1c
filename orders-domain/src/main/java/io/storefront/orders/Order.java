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
    Standing standing)
    implements StockSteps, PaymentSteps {
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

  @Override
  public Money due() {
    return terms.totals().grandTotal();
  }

  /** Stock and payment are certain: the order stands. */
  public Act confirm(Actor actor, Instant now) {
    boolean paid = due().isZero() || payment.liveAuthorization().isPresent();
    boolean wanted = standing.cancelRequest().isEmpty();
    if (stock.state() != StockStanding.State.HELD || !paid || !wanted) {
      throw new IllegalStateException(
          "only an order with stock and payment that nobody asked to cancel can be confirmed");
    }
    Standing next = standing.become(Lifecycle.CONFIRMED, now, Optional.empty());
    return become(next, OrderEvent.Type.CONFIRMED, Optional.empty(), actor);
  }

  /** It cannot be confirmed. Nothing may be held or charged for it any more. */
  public Act reject(Rejection why, Actor actor, Instant now) {
    Standing next = standing.become(Lifecycle.REJECTED, now, Optional.of(why));
    Optional<String> reason = Optional.of(why.reason().name());
    return givenUp().become(next, OrderEvent.Type.REJECTED, reason, actor);
  }

  /** Why all of it cannot be cancelled now, as a code; empty when it can. */
  public Optional<String> cancelBlockedBy() {
    return switch (status()) {
      case PENDING -> standing.cancelRequest().map(request -> "CANCELLATION_REQUESTED");
      case CONFIRMED ->
          lines.stream().filter(OrderLine::isShipped).findFirst().map(line -> "ALREADY_SHIPPED");
      case COMPLETED, REJECTED, CANCELLED -> Optional.of("ORDER_" + status());
    };
  }

  /**
   * Calls all of it off. A confirmed order is cancelled at once, its stock to be given back and the
   * void of its authorization queued; a pending one will never be confirmed, and is cancelled once
   * it is known what became of its payment.
   */
  public Act cancel(CancelRequest request) {
    if (cancelBlockedBy().isPresent()) {
      throw new IllegalStateException("cannot be cancelled: " + cancelBlockedBy().get());
    }
    if (status() == Lifecycle.PENDING) {
      Standing requested = standing.cancelRequested(request);
      return new Act(with(lines, payment, stock, requested), List.of());
    }
    Order released = stockReleasing(request.at());
    Optional<Order> voiding =
        payment.liveAuthorization().map(held -> released.voiding(held, request.at()));
    return voiding.orElse(released).withoutUnits().becomeCancelled(request, request.at());
  }

  /** What was asked for while it was pending is done. Nothing may be held for it any more. */
  public Act cancelAsRequested(Instant now) {
    CancelRequest request =
        standing
            .cancelRequest()
            .orElseThrow(() -> new IllegalStateException("nobody asked to cancel it"));
    return givenUp().becomeCancelled(request, now);
  }

  /** A person has to look at it. */
  public Act hold(Hold why) {
    Standing next = standing.held(Optional.of(why), why.since());
    return become(next, OrderEvent.Type.HELD, Optional.of(why.reason()), why.owner());
  }

  /** The reason to hold it is gone. */
  public Act release(Actor actor, Instant now) {
    Hold hold = standing.hold().orElseThrow(() -> new IllegalStateException("it is not on hold"));
    Standing next = standing.held(Optional.empty(), now);
    return become(next, OrderEvent.Type.RELEASED, Optional.of(hold.reason()), actor);
  }

  /** The same order, about to be stored as this version. */
  public Order atVersion(long version) {
    return with(lines, payment, stock, standing.atVersion(version));
  }

  private Order givenUp() {
    if (stock.mayHold() || payment.mayHold()) {
      throw new IllegalStateException("an order is given up only once nothing is held for it");
    }
    return withoutUnits();
  }

  private Order withoutUnits() {
    return with(lines.stream().map(OrderLine::cancelled).toList(), payment, stock, standing);
  }

  private Act becomeCancelled(CancelRequest why, Instant now) {
    Standing next = standing.become(Lifecycle.CANCELLED, now, Optional.empty());
    return become(next, OrderEvent.Type.CANCELLED, Optional.of(why.reason()), why.by());
  }

  private Act become(Standing next, OrderEvent.Type type, Optional<String> reason, Actor actor) {
    Order order = with(lines, payment, stock, next);
    return new Act(order, List.of(order.event(type, actor, reason)));
  }

  private OrderEvent event(OrderEvent.Type type, Actor actor, Optional<String> reason) {
    return new OrderEvent(
        standing.lastEvent(), type, standing.updatedAt(), actor, Optional.of(due()), reason);
  }

  @Override
  public Order with(StockStanding next, Instant now) {
    return with(lines, payment, next, standing.touched(now));
  }

  @Override
  public Order with(PaymentAttempt attempt, Instant now) {
    return with(lines, payment.with(attempt), stock, standing.touched(now));
  }

  private Order with(
      List<OrderLine> units, PaymentLedger money, StockStanding goods, Standing now) {
    return new Order(id, storefront, terms, units, particulars, money, goods, now);
  }
}
