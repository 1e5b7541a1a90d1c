package io.storefront.reliability.postgres;

import io.storefront.app.port.Outbox;
import io.storefront.orders.ExternalReference;
import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.Lease;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.Payments;
import io.storefront.orders.port.UnfinishedOrders;
import io.storefront.orders.port.Work;
import io.storefront.orders.testkit.Changes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Ports whose neighbours live by a real clock: every length of time is told to them in {@link
 * Tempo}.
 */
final class Paced {
  private Paced() {}

  static Orders of(Orders real) {
    return new PacedOrders(real);
  }

  static UnfinishedOrders of(UnfinishedOrders real) {
    return new PacedUnfinished(real);
  }

  static Payments of(Payments real) {
    return new PacedPayments(real);
  }

  static Outbox of(Outbox real) {
    return new PacedOutbox(real);
  }

  private record PacedOrders(Orders real) implements Orders {
    @Override
    public Optional<Order> find(StorefrontId storefront, OrderId order) {
      return real.find(storefront, order);
    }

    @Override
    public Optional<Order> findByReference(StorefrontId storefront, ExternalReference reference) {
      return real.findByReference(storefront, reference);
    }

    @Override
    public boolean carriesStock() {
      return real.carriesStock();
    }

    @Override
    public CommitAnswer commit(Change change) {
      Work work =
          switch (change.work()) {
            case Work.Done done -> done;
            case Work.Due(Duration in) -> new Work.Due(Tempo.real(in));
            case Work.Leased(Duration length) -> new Work.Leased(Tempo.real(length));
          };
      return real.commit(Changes.leaving(change, work));
    }
  }

  private record PacedUnfinished(UnfinishedOrders real) implements UnfinishedOrders {
    @Override
    public List<Leased> lease(int max, Duration length) {
      return real.lease(max, Tempo.real(length));
    }

    @Override
    public Optional<Leased> lease(StorefrontId storefront, OrderId order, Duration length) {
      return real.lease(storefront, order, Tempo.real(length));
    }

    @Override
    public void postpone(Lease lease, Duration delay) {
      real.postpone(lease, Tempo.real(delay));
    }

    @Override
    public void finish(Lease lease) {
      real.finish(lease);
    }

    @Override
    public Optional<Duration> untilDue() {
      return real.untilDue();
    }
  }

  private record PacedPayments(Payments real) implements Payments {
    @Override
    public Answer send(Instruction instruction, Duration within) {
      return real.send(instruction, Tempo.real(within));
    }

    @Override
    public Answer ask(Instruction instruction, Duration within) {
      return real.ask(instruction, Tempo.real(within));
    }

    @Override
    public Capabilities capabilities(StorefrontId storefront) {
      return real.capabilities(storefront);
    }
  }

  private record PacedOutbox(Outbox real) implements Outbox {
    @Override
    public List<Backlog> claim(int most, int each, Duration length) {
      return real.claim(most, each, Tempo.real(length));
    }

    @Override
    public Optional<Backlog> claim(OrderId order, int each, Duration length) {
      return real.claim(order, each, Tempo.real(length));
    }

    @Override
    public Optional<Duration> untilDue() {
      return real.untilDue();
    }

    @Override
    public void settle(List<Settlement> settlements) {
      real.settle(settlements.stream().map(PacedOutbox::paced).toList());
    }

    @Override
    public int restore(Duration changedWithin) {
      return real.restore(changedWithin);
    }

    private static Settlement paced(Settlement one) {
      return new Settlement(
          one.order(), one.through(), one.refusals(), one.pause().map(Tempo::real));
    }
  }
}
