package io.storefront.orders.testkit;

import static io.storefront.orders.testkit.OrderBuilder.NOON;
import static io.storefront.orders.testkit.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.Actor;
import io.storefront.orders.CarrierEvent;
import io.storefront.orders.Order;
import io.storefront.orders.Particulars;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.ProviderReference;
import io.storefront.orders.RecordId;
import io.storefront.orders.Refund;
import io.storefront.orders.act.AmendOrder;
import io.storefront.orders.act.Cancel;
import io.storefront.orders.act.CapturePayment;
import io.storefront.orders.act.CompleteOrder;
import io.storefront.orders.act.CorrectShipment;
import io.storefront.orders.act.DecideReturn;
import io.storefront.orders.act.Decision;
import io.storefront.orders.act.DeleteOrder;
import io.storefront.orders.act.Occasion;
import io.storefront.orders.act.OrderAct;
import io.storefront.orders.act.ReceiveReturn;
import io.storefront.orders.act.ReceiveReturn.Disposition;
import io.storefront.orders.act.RefundPayment;
import io.storefront.orders.act.ReportCarrierEvent;
import io.storefront.orders.act.RequestReturn;
import io.storefront.orders.act.RestoreOrder;
import io.storefront.orders.act.Ship;
import io.storefront.orders.act.Wanted;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.Orders.CommitAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every storage of orders keeps of what was done to them, in the words of {@link Orders}. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface OrderRecordsContract {
  /** When acts are done. */
  Instant LATER = NOON.plusSeconds(60);

  /** The storage under test. */
  Orders orders();

  @Test
  default void what_is_found_equals_what_was_committed_of_units_that_were_cancelled_and_shipped() {
    Order order = act(confirmed(), new Cancel(only(1, 1), "OUT_OF_FASHION"));
    order = act(order, new Ship(only(1, 1), Optional.of("DHL"), Optional.of("0034")));
    order = act(order, new Ship(Wanted.ALL, Optional.empty(), Optional.empty()));
    order = step(order, order.stockRestating(LATER));
    RecordId first = order.records().shipments().getFirst().id();
    RecordId second = order.records().shipments().getLast().id();
    order = act(order, new CorrectShipment(second, Optional.of("UPS"), Optional.of("1Z – 二")));
    order = act(order, new CorrectShipment(first, Optional.empty(), Optional.of("0035")));
    order = told(order, second, "a", CarrierEvent.Type.DELIVERED, 30);
    order = told(order, first, "b", CarrierEvent.Type.LOST, 20);
    order = told(order, first, "a", CarrierEvent.Type.IN_TRANSIT, 10);
    told(order, second, "z", CarrierEvent.Type.RETURNED_TO_SENDER, 10);
  }

  @Test
  default void what_is_found_equals_what_was_committed_of_money_that_was_taken_and_given_back() {
    Order order = act(confirmed(), new CapturePayment(Optional.of(Money.parse("EUR 20.00"))));
    order = step(order, done(order, "cap-1"));
    order = step(order, order.capturing(Money.parse("EUR 30.00"), Optional.empty(), LATER));
    order = step(order, done(order, "cap-2"));
    order = act(order, refund(only(1, 1), Optional.empty()));
    order = act(order, refund(Wanted.ALL, Optional.of(Money.parse("EUR 30.00"))));
    for (Refund refund : order.records().refunds()) {
      while (order.records().refund(refund.id()).orElseThrow().state() == Refund.State.PENDING) {
        order = step(order, order.refunding(refund, LATER));
        order = step(order, done(order, "ref-" + order.version()));
      }
    }
    order = act(order, refund(Wanted.ALL, Optional.of(Money.parse("EUR 0.05"))));
    order = step(order, order.refunding(order.records().refunds().getLast(), LATER));
    step(order, order.declined(last(order), "account_closed", LATER));
  }

  @Test
  default void what_is_found_equals_what_was_committed_of_goods_that_come_back() {
    Order order = act(confirmed(), new Ship(Wanted.ALL, Optional.empty(), Optional.empty()));
    order = act(order, new RequestReturn(only(2, 1), "CHANGED_MIND"));
    order = act(order, new RequestReturn(Wanted.ALL, "TOO_SMALL"));
    RecordId denied = order.records().returns().getFirst().id();
    RecordId coming = order.records().returns().getLast().id();
    order = act(order, new DecideReturn(denied, false));
    order = act(order, new DecideReturn(coming, true));
    order = act(order, received(coming, 1, 1, Disposition.RESTOCK));
    order = act(order, received(coming, 2, 3, Disposition.WRITE_OFF));
    order = act(order, received(coming, 1, 2, Disposition.WRITE_OFF));
    act(order, received(coming, 2, 1, Disposition.RESTOCK));
  }

  @Test
  default void what_is_found_equals_what_was_committed_of_amended_particulars_and_of_deletion() {
    Order order = act(confirmed(), new AmendOrder(Particulars.NONE));
    Particulars everything = anOrder().withEverything().build().particulars();
    order = act(order, new AmendOrder(everything));
    order = act(order, new Ship(Wanted.ALL, Optional.empty(), Optional.empty()));
    order = step(order, order.capturing(order.due(), Optional.empty(), LATER));
    order = step(order, done(order, "cap-1"));
    order = act(order, new CompleteOrder(Optional.of("LOST")));
    order = act(order, new DeleteOrder());
    act(order, new RestoreOrder());
  }

  private Order confirmed() {
    Order.Act placed = anOrder().withEverything().of(5, Fixtures.newSku("FIVE")).act();
    Order asked = placed.order().authorizing(new PaymentToken("tok_x"), NOON).stockHeld(NOON);
    Order stored = commit(Changes.placing(new Order.Act(asked, placed.events())));
    Order paid = step(stored, done(stored, "auth-1"));
    return step(paid, paid.confirm(Actor.SYSTEM, LATER));
  }

  private static Order.Act done(Order order, String reference) {
    return order.succeeded(
        last(order),
        new ProviderReference(reference),
        Optional.of(NOON.plusSeconds(604_800)),
        LATER);
  }

  private static PaymentAttempt last(Order order) {
    return order.payment().attempts().getLast();
  }

  private static Wanted only(int line, int units) {
    return new Wanted(List.of(new Wanted.Item(line, units)));
  }

  private static RefundPayment refund(Wanted units, Optional<Money> adjustment) {
    return new RefundPayment(units, Optional.empty(), adjustment, "GOODWILL");
  }

  private static ReceiveReturn received(RecordId id, int line, int units, Disposition what) {
    return new ReceiveReturn(
        id, List.of(new ReceiveReturn.Goods(new Wanted.Item(line, units), what)));
  }

  private Order told(
      Order order, RecordId shipment, String id, CarrierEvent.Type type, int seconds) {
    return act(
        order, new ReportCarrierEvent(shipment, id, type, Optional.of(LATER.plusSeconds(seconds))));
  }

  private <R> Order act(Order order, OrderAct<R> act) {
    Occasion occasion =
        new Occasion(LATER, new Actor("key:test"), kind -> new RecordId(kind, UUID.randomUUID()));
    Decision<R> decision = act.decide(order, occasion);
    assertThat(decision).isInstanceOf(Decision.Made.class);
    return step(order, ((Decision.Made<R>) decision).act());
  }

  private Order step(Order before, Order next) {
    return step(before, new Order.Act(next, List.of()));
  }

  private Order step(Order before, Order.Act act) {
    Order stored = commit(Changes.after(before, act));
    assertThat(orders().find(stored.storefront(), stored.id())).contains(stored);
    return stored;
  }

  private Order commit(io.storefront.orders.port.Change change) {
    assertThat(orders().commit(change)).isEqualTo(new CommitAnswer.Committed());
    return change.order();
  }
}
