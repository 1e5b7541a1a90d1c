package io.storefront.orders.broken;

import io.storefront.orders.ExternalReference;
import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.RecordId;
import io.storefront.orders.Records;
import io.storefront.orders.Refund;
import io.storefront.orders.Return;
import io.storefront.orders.Shipment;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.ChangeId;
import io.storefront.orders.port.Orders;
import io.storefront.orders.testkit.InMemoryOrders;
import io.storefront.orders.testkit.OrderBuilder;
import io.storefront.orders.testkit.OrdersContract;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Storages of orders with one mistake each; right, but for what a class gets wrong. */
abstract class BrokenOrders extends Storage implements OrdersContract {
  static final StorefrontId ELSEWHERE = new StorefrontId("elsewhere");

  private final InMemoryOrders right = new InMemoryOrders(InstantSource.system());

  @Override
  InMemoryOrders right() {
    return right;
  }

  @Override
  public Orders orders() {
    return this;
  }

  @Mistake(
      value = "the last change wins",
      caughtBy = {
        "a_change_based_on_an_old_version_is_stale_and_changes_nothing",
        "of_two_changes_based_on_one_version_exactly_one_is_committed"
      })
  static class LastOneWins extends BrokenOrders {
    @Override
    public synchronized CommitAnswer commit(Change change) {
      long version =
          right().find(change.order().storefront(), change.order().id()).stream()
              .mapToLong(Order::version)
              .findFirst()
              .orElse(0);
      CommitAnswer answer = super.commit(change);
      return answer instanceof CommitAnswer.Stale ? super.commit(onTopOf(version, change)) : answer;
    }
  }

  @Mistake(
      value = "a repeated change is stale",
      caughtBy = "repeating_a_committed_change_answers_committed_again_and_changes_nothing")
  static class DoesNotKnowItsChanges extends BrokenOrders {
    private final Set<ChangeId> seen = ConcurrentHashMap.newKeySet();

    @Override
    public CommitAnswer commit(Change change) {
      return seen.add(change.id()) ? super.commit(change) : new CommitAnswer.Stale();
    }
  }

  @Mistake(
      value = "an order is found from every storefront",
      caughtBy = "another_storefronts_order_is_not_found")
  static class ForgetsTheStorefront extends BrokenOrders {
    @Override
    public Optional<Order> find(StorefrontId storefront, OrderId order) {
      return super.find(storefront, order).or(() -> super.find(OrderBuilder.STOREFRONT, order));
    }
  }

  @Mistake(
      value = "only what was known when the order was placed is kept",
      caughtBy = {
        "what_is_found_equals_what_was_committed_after_the_provider_answered",
        "what_is_found_equals_what_was_committed_of_a_rejected_order",
        "what_is_found_equals_what_was_committed_of_an_order_with_a_cancel_request",
        "what_is_found_equals_what_was_committed_of_an_order_that_is_held_and_voided_by_key",
        "what_is_found_equals_what_was_committed_of_amended_particulars_and_of_deletion",
        "a_change_based_on_an_old_version_is_stale_and_changes_nothing",
        "of_two_changes_based_on_one_version_exactly_one_is_committed",
        "repeating_a_committed_change_answers_committed_again_and_changes_nothing"
      })
  static class KeepsTheBeginning extends BrokenOrders {
    private final Map<OrderId, Order> placed = new ConcurrentHashMap<>();

    @Override
    public CommitAnswer commit(Change change) {
      placed.putIfAbsent(change.order().id(), change.order());
      return super.commit(change);
    }

    @Override
    public Optional<Order> find(StorefrontId storefront, OrderId order) {
      return super.find(storefront, order).map(found -> placed.get(found.id()));
    }
  }

  @Mistake(
      value = "what an order is paid with is not kept",
      caughtBy = {
        "what_is_found_equals_what_was_committed",
        "what_is_found_equals_what_was_committed_after_the_provider_answered",
        "a_change_based_on_an_old_version_is_stale_and_changes_nothing",
        "repeating_a_committed_change_answers_committed_again_and_changes_nothing"
      })
  static class LosesTheAttempts extends BrokenOrders {
    @Override
    public Optional<Order> find(StorefrontId storefront, OrderId order) {
      return super.find(storefront, order)
          .map(found -> found.payment().attempts().isEmpty() ? found : blank(found));
    }

    private static Order blank(Order order) {
      return OrderBuilder.anOrder()
          .withId(order.id())
          .in(order.storefront())
          .build()
          .atVersion(order.version());
    }
  }

  @Mistake(
      value = "what acts have left is not kept",
      caughtBy = {
        "what_is_found_equals_what_was_committed_of_units_that_were_cancelled_and_shipped",
        "what_is_found_equals_what_was_committed_of_money_that_was_taken_and_given_back",
        "what_is_found_equals_what_was_committed_of_goods_that_come_back"
      })
  static class LosesTheRecords extends BrokenOrders {
    @Override
    public Optional<Order> find(StorefrontId storefront, OrderId order) {
      return super.find(storefront, order)
          .map(found -> found.with(Records.NONE, found.standing().updatedAt()));
    }
  }

  @Mistake(
      value = "what acts have left stays as it was at first",
      caughtBy = {
        "what_is_found_equals_what_was_committed_of_units_that_were_cancelled_and_shipped",
        "what_is_found_equals_what_was_committed_of_money_that_was_taken_and_given_back",
        "what_is_found_equals_what_was_committed_of_goods_that_come_back"
      })
  static class FreezesTheRecords extends BrokenOrders {
    private final Map<RecordId, Shipment> shipments = new ConcurrentHashMap<>();
    private final Map<RecordId, Refund> refunds = new ConcurrentHashMap<>();
    private final Map<RecordId, Return> returns = new ConcurrentHashMap<>();

    @Override
    public CommitAnswer commit(Change change) {
      Records records = change.order().records();
      records.shipments().forEach(one -> shipments.putIfAbsent(one.id(), one));
      records.refunds().forEach(one -> refunds.putIfAbsent(one.id(), one));
      records.returns().forEach(one -> returns.putIfAbsent(one.id(), one));
      return super.commit(change);
    }

    @Override
    public Optional<Order> find(StorefrontId storefront, OrderId order) {
      return super.find(storefront, order)
          .map(found -> found.with(frozen(found.records()), found.standing().updatedAt()));
    }

    private Records frozen(Records now) {
      return new Records(
          now.cancellations(),
          now.shipments().stream().map(one -> shipments.getOrDefault(one.id(), one)).toList(),
          now.refunds().stream().map(one -> refunds.getOrDefault(one.id(), one)).toList(),
          now.returns().stream().map(one -> returns.getOrDefault(one.id(), one)).toList());
    }
  }

  @Mistake(
      value = "a reference is taken in every storefront",
      caughtBy = "a_reference_that_another_order_has_is_taken_and_the_order_that_has_it_is_named")
  static class SharesReferences extends BrokenOrders {
    @Override
    public CommitAnswer commit(Change change) {
      Optional<Order> here = holder(OrderBuilder.STOREFRONT, change);
      return here.filter(holder -> !holder.id().equals(change.order().id()))
          .<CommitAnswer>map(holder -> new CommitAnswer.ReferenceTaken(holder.id()))
          .orElseGet(() -> super.commit(change));
    }

    private Optional<Order> holder(StorefrontId storefront, Change change) {
      return change
          .order()
          .terms()
          .reference()
          .flatMap(reference -> findByReference(storefront, reference));
    }
  }

  @Mistake(
      value = "the order that has a reference is not named",
      caughtBy = "a_reference_that_another_order_has_is_taken_and_the_order_that_has_it_is_named")
  static class NamesTheNewOrder extends BrokenOrders {
    @Override
    public CommitAnswer commit(Change change) {
      return super.commit(change) instanceof CommitAnswer.ReferenceTaken
          ? new CommitAnswer.ReferenceTaken(change.order().id())
          : super.commit(change);
    }
  }

  @Mistake(
      value = "a rejected order keeps its reference",
      caughtBy = "a_rejected_order_leaves_its_reference_free")
  static class KeepsReferences extends BrokenOrders {
    private final Map<ExternalReference, Order> holders = new ConcurrentHashMap<>();

    @Override
    public CommitAnswer commit(Change change) {
      CommitAnswer answer = super.commit(change);
      if (answer instanceof CommitAnswer.Committed) {
        change
            .order()
            .terms()
            .reference()
            .ifPresent(reference -> holders.putIfAbsent(reference, change.order()));
      }
      return answer;
    }

    @Override
    public Optional<Order> findByReference(StorefrontId storefront, ExternalReference reference) {
      return super.findByReference(storefront, reference)
          .or(() -> Optional.ofNullable(holders.get(reference)))
          .filter(order -> order.storefront().equals(storefront));
    }
  }

  @Mistake(
      value = "whoever comes at the same time as one that is refused is refused with it",
      caughtBy = "of_changes_that_come_at_once_each_is_told_what_became_of_it")
  static class RefusesInCompany extends BrokenOrders {
    private final Company company = new Company();

    @Override
    public CommitAnswer commit(Change change) {
      return company.told(super.commit(change));
    }
  }
}
