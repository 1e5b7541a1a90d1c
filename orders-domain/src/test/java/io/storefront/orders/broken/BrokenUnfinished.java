package io.storefront.orders.broken;

import io.storefront.orders.OrderId;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.Lease;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.UnfinishedOrders;
import io.storefront.orders.port.Work;
import io.storefront.orders.testkit.Changes;
import io.storefront.orders.testkit.InMemoryOrders;
import io.storefront.orders.testkit.MovableClock;
import io.storefront.orders.testkit.OrderBuilder;
import io.storefront.orders.testkit.UnfinishedOrdersContract;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Lists of unfinished orders with one mistake each; right, but for what a class gets wrong. */
abstract class BrokenUnfinished extends Storage implements UnfinishedOrdersContract {
  private final MovableClock clock = new MovableClock();
  private final InMemoryOrders right = new InMemoryOrders(clock);

  @Override
  InMemoryOrders right() {
    return right;
  }

  @Override
  public Orders orders() {
    return this;
  }

  @Override
  public UnfinishedOrders unfinished() {
    return this;
  }

  /** Each test has a list of its own. */
  @Override
  public UnfinishedOrders untouched() {
    return this;
  }

  @Override
  public void passTime(Duration time) {
    clock.move(time);
  }

  @Mistake(
      value = "the time when work is due is not looked at",
      caughtBy = "only_work_that_is_due_is_leased")
  static class IsAlwaysDue extends BrokenUnfinished {
    @Override
    public CommitAnswer commit(Change change) {
      return super.commit(
          change.work() instanceof Work.Due
              ? Changes.leaving(change, new Work.Due(Duration.ZERO))
              : change);
    }
  }

  @Mistake(
      value = "leasing does not keep others away",
      caughtBy = {
        "leased_work_is_not_leased_again_before_the_lease_has_run_out",
        "of_many_runners_exactly_one_gets_the_lease"
      })
  static class LeasesToEverybody extends BrokenUnfinished {
    @Override
    public Optional<Leased> lease(StorefrontId storefront, OrderId order, Duration length) {
      return super.lease(storefront, order, Duration.ZERO);
    }
  }

  @Mistake(
      value = "every lease has the same epoch",
      caughtBy = {
        "each_lease_has_a_higher_epoch",
        "a_lease_that_has_passed_on_postpones_nothing",
        "a_change_under_a_lease_that_has_passed_on_is_stale_and_changes_nothing",
        "work_that_begins_anew_has_a_higher_epoch_than_what_was_finished"
      })
  static class CountsNoEpochs extends BrokenUnfinished {
    @Override
    public Optional<Leased> lease(StorefrontId storefront, OrderId order, Duration length) {
      return super.lease(storefront, order, length)
          .map(leased -> new Leased(leased.order(), Lease.first(order)));
    }
  }

  @Mistake(value = "leasing is a change", caughtBy = "leasing_does_not_change_the_order")
  static class ChangesWhatItLeases extends BrokenUnfinished {
    @Override
    public Optional<Leased> lease(StorefrontId storefront, OrderId order, Duration length) {
      return super.lease(storefront, order, length)
          .map(
              leased ->
                  new Leased(
                      leased.order().atVersion(leased.order().version() + 1), leased.lease()));
    }
  }

  @Mistake(value = "a lease cannot be given up", caughtBy = "postponed_work_is_due_after_the_delay")
  static class DoesNotPostpone extends BrokenUnfinished {
    @Override
    public void postpone(Lease lease, Duration delay) {}
  }

  @Mistake(
      value = "finished work stays on the list",
      caughtBy = "finished_work_is_never_leased_again")
  static class DoesNotFinish extends BrokenUnfinished {
    @Override
    public void finish(Lease lease) {}
  }

  @Mistake(
      value = "tries are counted from the beginning of the order",
      caughtBy = "a_change_counts_the_tries_anew")
  static class CountsEveryTry extends BrokenUnfinished {
    private final Map<OrderId, Integer> tries = new ConcurrentHashMap<>();

    @Override
    public Optional<Leased> lease(StorefrontId storefront, OrderId order, Duration length) {
      return super.lease(storefront, order, length)
          .map(
              it ->
                  new Leased(
                      it.order(),
                      new Lease(order, it.lease().epoch(), tries.merge(order, 1, Integer::sum))));
    }
  }

  @Mistake(
      value = "an old lease postpones and finishes as well",
      caughtBy = {
        "a_lease_that_has_passed_on_postpones_nothing",
        "a_lease_that_has_passed_on_finishes_nothing"
      })
  static class TakesAnyLease extends BrokenUnfinished {
    private final Map<OrderId, Lease> newest = new ConcurrentHashMap<>();

    @Override
    public Optional<Leased> lease(StorefrontId storefront, OrderId order, Duration length) {
      Optional<Leased> leased = super.lease(storefront, order, length);
      leased.ifPresent(it -> newest.put(order, it.lease()));
      return leased;
    }

    @Override
    public void postpone(Lease lease, Duration delay) {
      super.postpone(newest.getOrDefault(lease.order(), lease), delay);
    }

    @Override
    public void finish(Lease lease) {
      super.finish(newest.getOrDefault(lease.order(), lease));
    }
  }

  @Mistake(
      value = "a commit does not look at its lease",
      caughtBy = {
        "a_change_under_a_lease_that_has_passed_on_is_stale_and_changes_nothing",
        "a_change_without_a_lease_ends_the_lease_that_there_is"
      })
  static class CommitsUnderAnyLease extends BrokenUnfinished {
    @Override
    public CommitAnswer commit(Change change) {
      return super.commit(withoutLease(change));
    }
  }

  @Mistake(
      value = "work that is done stays on the list",
      caughtBy = "work_that_is_done_is_never_leased_again")
  static class NeverFinishes extends BrokenUnfinished {
    @Override
    public CommitAnswer commit(Change change) {
      return super.commit(
          change.work() instanceof Work.Done
              ? Changes.leaving(change, new Work.Due(Duration.ZERO))
              : change);
    }
  }

  @Mistake(
      value = "another storefront's work is leased",
      caughtBy = "a_storefront_leases_only_orders_of_its_own")
  static class ForgetsTheStorefront extends BrokenUnfinished {
    @Override
    public Optional<Leased> lease(StorefrontId storefront, OrderId order, Duration length) {
      return super.lease(OrderBuilder.STOREFRONT, order, length);
    }
  }

  @Mistake(
      value = "the time until due is that of some other work",
      caughtBy = "the_time_until_due_is_that_of_the_work_which_is_due_first")
  static class LooksAtTheWrongWork extends BrokenUnfinished {
    @Override
    public Optional<Duration> untilDue() {
      return super.untilDue().map(left -> left.isZero() ? left : left.plusHours(1));
    }
  }

  @Mistake(
      value = "overdue work is due in the past",
      caughtBy = "the_time_until_due_is_zero_when_work_is_overdue")
  static class CountsBackwards extends BrokenUnfinished {
    @Override
    public Optional<Duration> untilDue() {
      return super.untilDue().map(left -> left.isZero() ? left.minusSeconds(1) : left);
    }
  }

  @Mistake(
      value = "where nothing is to be done, something is due",
      caughtBy = "where_nothing_is_left_to_do_nothing_is_due")
  static class IsNeverEmpty extends BrokenUnfinished {
    @Override
    public Optional<Duration> untilDue() {
      return super.untilDue().or(() -> Optional.of(Duration.ZERO));
    }
  }
}
