package io.storefront.app.view;

import io.storefront.app.port.OrderSearch;
import io.storefront.orders.Block;
import io.storefront.orders.Contact;
import io.storefront.orders.CustomerSnapshot;
import io.storefront.orders.Order;
import io.storefront.orders.OrderLine;
import io.storefront.orders.Particulars;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.Rejection;
import io.storefront.orders.Shortage;
import io.storefront.orders.Statuses;
import io.storefront.orders.Totals;
import io.storefront.orders.act.AllowedActions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Shows orders. The same order is always shown in the same bytes. */
public final class OrderViews {
  static final OrderPartsMapper PARTS = new OrderPartsMapperImpl();

  private OrderViews() {}

  /** An order, with all that is stored of it. */
  public static OrderView of(Order order) {
    Statuses statuses = Statuses.of(order);
    Particulars said = order.particulars();
    return new OrderView(
        order.id().value(),
        Simple.reference(order.terms().reference()),
        order.terms().customer().id().value(),
        order.status().name(),
        statuses.payment().name(),
        statuses.fulfillment().name(),
        statuses.returns().name(),
        order.version(),
        order.terms().currency().getCode(),
        PARTS.customer(order.terms().customer()),
        PARTS.lines(order.lines()),
        PARTS.totals(order.terms().totals()),
        payment(order),
        shipping(said, order.terms().totals()),
        contact(said),
        said.note(),
        metadata(said),
        order.standing().rejection().map(OrderViews::rejection),
        order.standing().hold().map(PARTS::hold),
        order.terms().placedAt(),
        order.standing().updatedAt(),
        order.standing().deletedAt(),
        Optional.empty(),
        Optional.empty());
  }

  /** An order, with what may be done with it at this time. */
  public static OrderView withAllowedActions(Order order, Instant now) {
    return of(order)
        .allowing(AllowedActions.of(order, now).stream().map(OrderViews::allowed).toList());
  }

  /** Why something cannot be done. */
  public static List<OrderView.Block> blocks(List<Block> blocks) {
    return blocks.stream().map(block -> new OrderView.Block(block.name())).toList();
  }

  /** An order as it would be. */
  public static PreviewView preview(
      Optional<String> reference,
      CustomerSnapshot customer,
      List<OrderLine> lines,
      Totals totals,
      Particulars said,
      List<Shortage> stock) {
    return new PreviewView(
        reference,
        customer.id().value(),
        totals.grandTotal().getCurrencyUnit().getCode(),
        PARTS.customer(customer),
        PARTS.lines(lines),
        PARTS.totals(totals),
        shipping(said, totals),
        contact(said),
        said.note(),
        metadata(said),
        PARTS.needs(stock));
  }

  /** An order in a list. */
  public static OrderRowView row(OrderSearch.Row row) {
    return PARTS.row(row);
  }

  /** What is short, or would be. */
  public static List<OrderView.StockNeed> needs(List<Shortage> shortages) {
    return PARTS.needs(shortages);
  }

  /** An amount. */
  public static MoneyView money(Money money) {
    return Simple.money(money);
  }

  private static OrderView.AllowedAction allowed(AllowedActions.Allowed allowed) {
    Map<String, Integer> most = new LinkedHashMap<>();
    allowed.most().byLine().forEach((line, count) -> most.put(String.valueOf(line), count));
    return new OrderView.AllowedAction(
        allowed.action(),
        allowed.isAllowed(),
        Optional.of(most).filter(units -> !units.isEmpty()),
        Optional.of(blocks(allowed.blockedBy())).filter(blocks -> !blocks.isEmpty()));
  }

  private static OrderView.Payment payment(Order order) {
    CurrencyUnit currency = order.terms().currency();
    Money authorized =
        order
            .payment()
            .liveAuthorization()
            .map(PaymentAttempt::amount)
            .orElse(Money.zero(currency));
    List<PaymentAttempt> inFlight = order.payment().inFlight();
    return new OrderView.Payment(
        Simple.money(authorized),
        Simple.money(order.payment().settled(PaymentAttempt.Kind.CAPTURE, currency)),
        Simple.money(order.payment().settled(PaymentAttempt.Kind.REFUND, currency)),
        inFlight.stream().map(PARTS::inFlight).toList(),
        order.payment().authorizedUntil(),
        inFlight.stream()
            .flatMap(attempt -> attempt.nextAction().stream())
            .findFirst()
            .map(PARTS::nextAction));
  }

  private static OrderView.Shipping shipping(Particulars said, Totals totals) {
    return new OrderView.Shipping(
        said.method(), Simple.money(totals.shipping()), said.address().map(PARTS::address));
  }

  private static Optional<OrderView.ContactPart> contact(Particulars said) {
    return Optional.of(said.contact())
        .filter(contact -> !contact.equals(Contact.NONE))
        .map(PARTS::contact);
  }

  /** Sorted, because a map has no order of its own and the same bytes must come out. */
  private static Optional<Map<String, String>> metadata(Particulars said) {
    return Optional.of(said.metadata()).filter(map -> !map.isEmpty()).map(TreeMap::new);
  }

  private static OrderView.RejectionPart rejection(Rejection why) {
    return new OrderView.RejectionPart(
        why.reason().name(),
        why.declineCode(),
        Optional.of(why.shortages()).filter(list -> !list.isEmpty()).map(PARTS::needs));
  }
}
