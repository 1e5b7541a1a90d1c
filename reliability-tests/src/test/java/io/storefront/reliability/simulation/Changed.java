package io.storefront.reliability.simulation;

import io.storefront.orders.Order;
import io.storefront.orders.OrderEvent;
import io.storefront.orders.ProviderKey;
import io.storefront.orders.StockClaim;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.Lease;
import io.storefront.orders.port.Orders.CommitAnswer;
import io.storefront.orders.port.Payments.Instruction;
import io.storefront.orders.port.StockReservations.ClaimAnswer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.joda.money.Money;

/** Other than was meant. */
final class Changed {
  private Changed() {}

  static Change under(Change it, Optional<Lease> lease) {
    return new Change(
        it.id(),
        it.before(),
        it.order(),
        it.events(),
        it.claim(),
        it.work(),
        lease,
        it.enclosure());
  }

  static Change telling(Change it, List<OrderEvent> events) {
    return new Change(
        it.id(),
        it.before(),
        it.order(),
        events,
        it.claim(),
        it.work(),
        it.lease(),
        it.enclosure());
  }

  static Change claiming(Change it, Optional<StockClaim> claim) {
    return new Change(
        it.id(),
        it.before(),
        it.order(),
        it.events(),
        claim,
        it.work(),
        it.lease(),
        it.enclosure());
  }

  /** Whatever version is there, this is the next one. */
  static CommitAnswer commitAnyway(Change it, Function<Change, CommitAnswer> right) {
    CommitAnswer answer = right.apply(it);
    for (long version = 1; version < 12 && answer instanceof CommitAnswer.Stale; version++) {
      Order next = it.order().atVersion(version);
      answer =
          right.apply(
              new Change(
                  it.id(),
                  Optional.of(version - 1).filter(last -> last > 0).map(it.order()::atVersion),
                  next,
                  it.events(),
                  it.claim(),
                  it.work(),
                  Optional.empty(),
                  it.enclosure()));
    }
    return answer;
  }

  static BiFunction<StockClaim, Function<StockClaim, ClaimAnswer>, ClaimAnswer> risingRevisions() {
    AtomicInteger last = new AtomicInteger();
    return (claim, right) ->
        right.apply(new StockClaim(claim.order(), last.incrementAndGet(), claim.lines()));
  }

  static UnaryOperator<Instruction> freshKeys() {
    AtomicInteger last = new AtomicInteger();
    return it -> keyed(it, new ProviderKey(it.key().value() + "-" + last.incrementAndGet()));
  }

  static Instruction keyed(Instruction it, ProviderKey key) {
    return new Instruction(
        it.storefront(), it.order(), it.kind(), key, it.amount(), it.token(), it.target());
  }

  static Instruction charging(Instruction it, Money amount) {
    return new Instruction(
        it.storefront(), it.order(), it.kind(), it.key(), amount, it.token(), it.target());
  }
}
