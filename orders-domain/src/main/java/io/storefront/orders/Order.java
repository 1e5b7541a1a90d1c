package io.storefront.orders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
    Records records,
    Standing standing)
    implements LifecycleSteps {
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
            Records.NONE,
            Standing.placed(now));
    return new Act(order, List.of(order.event(OrderEvent.Type.PLACED, actor, Optional.empty())));
  }

  @Override
  public Lifecycle status() {
    return standing.status();
  }

  /** One more with each commit. */
  public long version() {
    return standing.version();
  }

  /** The same order, about to be stored as this version. */
  public Order atVersion(long version) {
    return with(standing.atVersion(version));
  }

  @Override
  public OrderEvent event(OrderEvent.Type type, Actor actor, Optional<String> reason) {
    Optional<Money> total = Optional.of(terms.totals().grandTotal());
    return new OrderEvent(
        standing.lastEvent(), type, standing.updatedAt(), actor, total, reason, Optional.empty());
  }

  @Override
  public Order with(Standing next) {
    return new Order(id, storefront, terms, lines, particulars, payment, stock, records, next);
  }

  @Override
  public Act told(
      OrderEvent.Type type,
      Actor actor,
      Instant now,
      Optional<Money> amount,
      Optional<String> reason,
      Optional<RecordId> record) {
    Order next = with(standing.told(now));
    int sequence = next.standing.lastEvent();
    return new Act(
        next, List.of(new OrderEvent(sequence, type, now, actor, amount, reason, record)));
  }

  @Override
  public Order withLines(Function<OrderLine, LineQuantities> units) {
    List<OrderLine> next = lines.stream().map(line -> line.with(units.apply(line))).toList();
    return new Order(id, storefront, terms, next, particulars, payment, stock, records, standing);
  }

  @Override
  public Order with(Records next, Instant now) {
    return new Order(
        id, storefront, terms, lines, particulars, payment, stock, next, standing.touched(now));
  }

  /** The same order with other particulars. */
  public Order with(Particulars next, Instant now) {
    return new Order(
        id, storefront, terms, lines, next, payment, stock, records, standing.touched(now));
  }

  @Override
  public Order with(StockStanding next, Instant now) {
    return new Order(
        id, storefront, terms, lines, particulars, payment, next, records, standing.touched(now));
  }

  @Override
  public Order with(PaymentAttempt attempt, Instant now) {
    PaymentLedger next = payment.with(attempt);
    return new Order(
        id, storefront, terms, lines, particulars, next, stock, records, standing.touched(now));
  }
}
