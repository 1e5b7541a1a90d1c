package io.storefront.reliability.simulation;

import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.orders.OrderLine;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.PaymentAttempt.Kind;
import io.storefront.orders.Refund;
import io.storefront.orders.Shipment;
import io.storefront.reliability.deed.Sums;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;

/** I15 and I3 for money: what each commit may make of the order it was made on. */
final class MoneySteps {
  private static final Set<Shipment.State> ASTRAY =
      EnumSet.of(Shipment.State.LOST, Shipment.State.RETURNED_TO_SENDER);

  private final World world;
  private final Findings findings;

  MoneySteps(World world, Findings findings) {
    this.world = world;
    this.findings = findings;
  }

  /** One commit, and the one before it. */
  void check(Order before, Order after) {
    String name = after.id() + " v" + after.version() + " ";
    List<PaymentAttempt> known = before.payment().attempts();
    List<PaymentAttempt> now = after.payment().attempts();
    for (int i = 0; i < now.size(); i++) {
      if (i < known.size()) {
        attempt(known.get(i), now.get(i), name);
      } else if (now.get(i).kind() == Kind.CAPTURE) {
        taking(after, now.get(i), name);
      }
    }
    after.records().refunds().forEach(refund -> refund(before, after, refund, name));
    findings.require(
        !Sums.promised(after).isGreaterThan(Sums.taken(after)),
        "I3",
        name + "promises back more than was taken");
    completed(before, after, name);
  }

  private void attempt(PaymentAttempt then, PaymentAttempt now, String name) {
    findings.require(
        then.isUnsettled() || then.equals(now), "I15", name + "changes what has ended: " + now);
    findings.require(
        then.key().equals(now.key())
            && then.amount().equals(now.amount())
            && then.target().equals(now.target())
            && then.cause().equals(now.cause()),
        "I15",
        name + "asks for something else than it has asked for: " + now);
  }

  private void taking(Order after, PaymentAttempt capture, String name) {
    findings.require(
        after.standing().hold().isEmpty(), "I15", name + "takes money though it is on hold");
    Money all = Sums.taken(after).plus(Sums.taking(after));
    Money most =
        capture.cause().isPresent() ? Sums.due(after) : Sums.target(after, world.plot.capture());
    findings.require(!all.isGreaterThan(most), "I3", name + "takes " + all + " of " + most);
  }

  private void refund(Order before, Order after, Refund now, String name) {
    Optional<Refund> then = before.records().refund(now.id());
    boolean ended = then.filter(it -> it.state() != Refund.State.PENDING).isPresent();
    findings.require(
        !ended || then.equals(Optional.of(now)), "I15", name + "changes a refund: " + now);
    Money paid = Sums.paid(after, now);
    findings.require(
        now.state() != Refund.State.SUCCEEDED || paid.equals(now.amount()),
        "I3",
        name + "has given " + paid + " of " + now.amount());
    findings.require(
        !paid.isGreaterThan(now.amount()), "I3", name + "has given back too much: " + paid);
    if (then.isEmpty()) {
      decided(before, now, name);
    }
  }

  /** Of no unit and of shipping no more is given back than was asked for. */
  private void decided(Order before, Refund now, String name) {
    Money shipping = now.shipping();
    for (Refund other : before.records().refunds()) {
      shipping = other.state() == Refund.State.FAILED ? shipping : shipping.plus(other.shipping());
    }
    findings.require(
        !shipping.isGreaterThan(Wish.SHIPPING), "I3", name + "gives shipping back twice");
    for (OrderLine line : before.lines()) {
      int units = now.units().of(line.number());
      for (Refund other : before.records().refunds()) {
        units += other.state() == Refund.State.FAILED ? 0 : other.units().of(line.number());
      }
      findings.require(
          now.units().of(line.number()) == 0
              || units <= line.quantity() - line.quantities().cancelled(),
          "I3",
          name + "gives more units back than were bought");
    }
  }

  /** By itself an order is complete once everything has arrived or is back, and all is paid. */
  private void completed(Order before, Order after, String name) {
    boolean completes =
        before.status() == Lifecycle.CONFIRMED && after.status() == Lifecycle.COMPLETED;
    boolean asked =
        world.storage.orders().journal(after.id()).stream()
            .anyMatch(
                event ->
                    event.type().name().equals("COMPLETED")
                        && !event.actor().value().equals("system"));
    if (!completes || asked) {
      return;
    }
    boolean arrived = after.lines().stream().allMatch(line -> hasArrived(after, line));
    findings.require(
        arrived && !Sums.taken(after).isLessThan(Sums.due(after)),
        "I15",
        name + "is complete before it is: " + states(after));
  }

  /** What comes back of a parcel that went astray had not arrived before. */
  private static boolean hasArrived(Order order, OrderLine line) {
    int astray =
        order.records().shipments().stream()
            .filter(it -> ASTRAY.contains(it.state()))
            .mapToInt(it -> it.units().of(line.number()))
            .sum();
    int back = line.quantities().returned();
    int arrived = line.quantities().delivered() + Math.min(back, astray);
    return line.quantities().shipped() <= Math.max(back, arrived);
  }

  private static List<Shipment.State> states(Order order) {
    return order.records().shipments().stream().map(Shipment::state).toList();
  }
}
