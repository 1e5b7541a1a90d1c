package io.storefront.app.view;

import io.storefront.orders.Cancellation;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.orders.OrderEvent;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.RecordId;
import io.storefront.orders.Refund;
import io.storefront.orders.Return;
import io.storefront.orders.Shipment;
import io.storefront.orders.Statuses;
import io.storefront.orders.act.ReportCarrierEvent;
import java.util.List;

/** Shows what acts leave behind. The same record is always shown in the same bytes. */
public final class RecordViews {
  private static final RecordMapper PARTS = new RecordMapperImpl();

  private RecordViews() {}

  /** What an act left, and where the order stands after it. */
  public static RecordView.Act act(Object left, Order order) {
    return new RecordView.Act(left, PARTS.order(order, Statuses.of(order)));
  }

  /** A shipment. */
  public static RecordView.ShipmentPart of(Shipment shipment) {
    return PARTS.shipment(shipment);
  }

  /** What a carrier said. */
  public static RecordView.Report of(ReportCarrierEvent.Report report) {
    return new RecordView.Report(PARTS.event(report.event()), PARTS.state(report.shipment()));
  }

  /** A cancellation: requested while it is not known what became of the order's payment. */
  public static RecordView.CancellationPart of(Cancellation cancellation, Order order) {
    return new RecordView.CancellationPart(
        cancellation.id().toString(),
        order.status() == Lifecycle.PENDING ? "REQUESTED" : "DONE",
        cancellation.reason(),
        PARTS.lines(cancellation.units()),
        cancellation.at(),
        cancellation.by().value());
  }

  /** A capture that somebody asked for. */
  public static RecordView.CapturePart capture(PaymentAttempt attempt) {
    return new RecordView.CapturePart(
        attempt.cause().map(RecordId::toString).orElseThrow(),
        attempt.isUnsettled() ? "PENDING" : attempt.state().name(),
        Simple.money(attempt.amount()));
  }

  /** A refund. */
  public static RecordView.RefundPart of(Refund refund) {
    return PARTS.refund(refund);
  }

  /** A return. */
  public static RecordView.ReturnPart of(Return one) {
    List<RecordView.ReturnLine> lines =
        one.units().byLine().entrySet().stream()
            .map(
                line ->
                    new RecordView.ReturnLine(
                        String.valueOf(line.getKey()),
                        line.getValue(),
                        one.restocked().of(line.getKey()),
                        one.writtenOff().of(line.getKey())))
            .toList();
    return new RecordView.ReturnPart(
        one.id().toString(),
        one.state().name(),
        one.reason(),
        lines,
        one.requestedAt(),
        one.by().value());
  }

  /**
   * Something that left nothing but an event.
   *
   * @param asked the word with which it is asked for
   */
  public static RecordView.TransitionPart transition(Order order, OrderEvent event, String asked) {
    return new RecordView.TransitionPart(
        EventViews.id(order.id(), event.sequence()),
        asked,
        event.reason(),
        event.at(),
        event.actor().value());
  }
}
