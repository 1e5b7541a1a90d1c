package io.storefront.orders.broken;

import io.storefront.orders.Sku;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.StockReservations;
import io.storefront.orders.testkit.InMemoryOrders;
import io.storefront.orders.testkit.InMemoryStock;
import io.storefront.orders.testkit.StockCarryingOrdersContract;
import java.time.InstantSource;
import java.util.Set;

/** Storages that carry stock, with one mistake each; right, but for what a class gets wrong. */
abstract class BrokenStockInOrders extends Storage implements StockCarryingOrdersContract {
  final InMemoryStock stock = new InMemoryStock();
  private final InMemoryOrders right = new InMemoryOrders(InstantSource.system(), stock);

  @Override
  InMemoryOrders right() {
    return right;
  }

  @Override
  public Orders orders() {
    return this;
  }

  @Override
  public void receive(Sku sku, int units) {
    stock.receive(sku, units);
  }

  @Override
  public long available(Sku sku) {
    return stock.available(Set.of(sku)).get(sku);
  }

  @Mistake(
      value = "the claim is one commit and the order another",
      caughtBy = "a_claim_is_held_with_the_order_or_neither_is")
  static class ClaimsOnItsOwn extends BrokenStockInOrders {
    @Override
    public CommitAnswer commit(Change change) {
      return change.claim().map(stock::claim).orElseGet(StockReservations.Held::new)
              instanceof StockReservations.Short(var shortages)
          ? new CommitAnswer.Short(shortages)
          : super.commit(withoutClaim(change));
    }
  }

  @Mistake(
      value = "an order without enough stock is stored all the same",
      caughtBy = "a_short_claim_changes_nothing_and_tells_every_shortage")
  static class StoresWhatIsShort extends BrokenStockInOrders {
    @Override
    public CommitAnswer commit(Change change) {
      CommitAnswer answer = super.commit(change);
      if (answer instanceof CommitAnswer.Short) {
        super.commit(withoutClaim(change));
      }
      return answer;
    }
  }

  @Mistake(
      value = "an empty claim is no claim",
      caughtBy = "a_claim_without_lines_gives_back_what_was_reserved")
  static class SkipsEmptyClaims extends BrokenStockInOrders {
    @Override
    public CommitAnswer commit(Change change) {
      boolean empty = change.claim().filter(claim -> claim.lines().isEmpty()).isPresent();
      return super.commit(empty ? withoutClaim(change) : change);
    }
  }

  @Mistake(
      value = "it looks first and takes later, without a lock or a condition",
      caughtBy = "of_many_orders_for_the_last_unit_exactly_one_is_committed")
  static class LooksFirst extends BrokenStockInOrders {
    private final Pause pause = new Pause();

    @Override
    public CommitAnswer commit(Change change) {
      boolean enough =
          change.claim().stream()
              .flatMap(claim -> claim.lines().stream())
              .allMatch(line -> line.reserved() <= available(line.sku()));
      pause.untilSomebodyElseLooks();
      CommitAnswer truth = super.commit(change);
      return enough && truth instanceof CommitAnswer.Short
          ? super.commit(withoutClaim(change))
          : truth;
    }
  }

  @Mistake(
      value = "whoever comes at the same time as one that is refused is refused with it",
      caughtBy = "of_orders_that_come_at_once_none_is_refused_for_the_shortage_of_another")
  static class RefusesInCompany extends BrokenStockInOrders {
    private final Company company = new Company();

    @Override
    public CommitAnswer commit(Change change) {
      return company.told(super.commit(change));
    }
  }
}
