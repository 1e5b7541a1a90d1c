package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.act.AllowedActions;
import io.storefront.orders.act.AmendOrder;
import io.storefront.orders.act.CorrectShipment;
import io.storefront.orders.act.DecideReturn;
import io.storefront.orders.act.DeleteOrder;
import io.storefront.orders.act.HoldOrder;
import io.storefront.orders.act.ReceiveReturn;
import io.storefront.orders.act.ReceiveReturn.Disposition;
import io.storefront.orders.act.ReleaseHold;
import io.storefront.orders.act.RequestReturn;
import io.storefront.orders.act.RestoreOrder;
import io.storefront.orders.act.Ship;
import io.storefront.orders.act.Wanted;
import io.storefront.orders.testkit.OrderBuilder;
import io.storefront.orders.usecase.ActOnOrder.Command;
import io.storefront.orders.usecase.ActOnOrder.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Returns, holds, corrections, and orders that nobody wants to see any more. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@ParameterizedClass
@EnumSource(Wiring.class)
class AftercareTest {
  private static final Ship ALL = new Ship(Wanted.ALL, Optional.empty(), Optional.empty());

  private final Shop shop;

  AftercareTest(Wiring wiring) {
    this.shop = new Shop(wiring);
  }

  @Test
  void what_comes_back_in_parts_is_restocked_or_written_off() {
    shop.place(Cart.of(3, Shop.TEA));
    shop.done(ALL);
    Return asked = shop.done(new RequestReturn(units(3), "DAMAGED"));
    assertThat(returns()).isEqualTo(ReturnStatus.REQUESTED);
    assertThat(shop.act(received(asked, 1, Disposition.RESTOCK)))
        .isEqualTo(blocked(Block.RETURN_STATE));
    shop.done(new DecideReturn(asked.id(), true));
    shop.done(received(asked, 1, Disposition.RESTOCK));
    assertThat(returns()).isEqualTo(ReturnStatus.PARTIALLY_RETURNED);

    Return last = shop.done(received(asked, 2, Disposition.WRITE_OFF));

    assertThat(last.state()).isEqualTo(Return.State.CLOSED);
    assertThat(last.restocked()).isEqualTo(new Units(Map.of(1, 1)));
    assertThat(last.writtenOff()).isEqualTo(new Units(Map.of(1, 2)));
    assertThat(returns()).isEqualTo(ReturnStatus.RETURNED);
    assertThat(shop.stock.available(Set.of(Shop.TEA))).containsEntry(Shop.TEA, 8L);
    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.COMPLETED);
    Promises.areKept(shop);
  }

  @Test
  void what_is_announced_twice_or_denied_is_counted_once() {
    shop.place(Cart.of(2, Shop.TEA));
    assertThat(shop.act(new RequestReturn(Wanted.ALL, "X")))
        .isEqualTo(blocked(Block.NOTHING_SHIPPED));
    shop.done(ALL);
    Return denied = shop.done(new RequestReturn(Wanted.ALL, "X"));
    assertThat(shop.act(new RequestReturn(Wanted.ALL, "X")))
        .isEqualTo(blocked(Block.NOTHING_TO_RETURN));
    shop.done(new DecideReturn(denied.id(), false));

    assertThat(shop.act(new DecideReturn(denied.id(), true)))
        .isEqualTo(blocked(Block.RETURN_STATE));
    assertThat(shop.done(new RequestReturn(Wanted.ALL, "Y")).units().total()).isEqualTo(2);
    assertThat(shop.act(new RequestReturn(units(1), "Z")))
        .isEqualTo(blocked(Block.NOTHING_TO_RETURN));
  }

  @Test
  void a_record_that_the_order_does_not_have_is_not_found() {
    shop.place(Cart.of(1, Shop.TEA));
    RecordId elsewhere = new RecordId(RecordId.Kind.RETURN, UUID.randomUUID());

    assertThat(shop.act(new DecideReturn(elsewhere, true))).isEqualTo(new Outcome.NotFound<>());
    assertThat(shop.act(new CorrectShipment(elsewhere, Optional.empty(), Optional.empty())))
        .isEqualTo(new Outcome.NotFound<>());
  }

  @Test
  void a_shipment_is_corrected() {
    shop.place(Cart.of(1, Shop.TEA));
    Shipment shipment = shop.done(ALL);
    CorrectShipment right =
        new CorrectShipment(shipment.id(), Optional.of("UPS"), Optional.of("1Z"));

    assertThat(shop.done(right).carrier()).contains("UPS");
    assertThat(shop.act(right)).isInstanceOf(Outcome.Unchanged.class);
    assertThat(shop.onlyOrder().records().shipments().getFirst().trackingNumber()).contains("1Z");
  }

  @Test
  void a_hold_is_put_once_and_released_once() {
    shop.place(Cart.of(1, Shop.TEA));
    OrderEvent held = shop.done(new HoldOrder("fraud check"));
    assertThat(held.reason()).contains("fraud check");
    assertThat(shop.act(new HoldOrder("again"))).isEqualTo(blocked(Block.ON_HOLD));
    shop.done(new ReleaseHold());

    assertThat(shop.act(new ReleaseHold())).isEqualTo(blocked(Block.NOT_ON_HOLD));
    shop.done(Shop.CANCEL);
    assertThat(shop.act(new HoldOrder("too late"))).isEqualTo(blocked(Block.ORDER_CANCELLED));
  }

  @Test
  void address_and_method_change_before_the_first_shipment_and_a_note_at_any_time() {
    shop.place(Cart.of(2, Shop.TEA));
    Particulars moved = particulars("DHL_EXPRESS", "ring");
    shop.done(new AmendOrder(moved));
    assertThat(shop.onlyOrder().particulars()).isEqualTo(moved);
    assertThat(shop.act(new AmendOrder(moved))).isInstanceOf(Outcome.Unchanged.class);
    shop.done(new Ship(units(1), Optional.empty(), Optional.empty()));

    assertThat(shop.act(new AmendOrder(particulars("DHL_STD", "ring"))))
        .isEqualTo(blocked(Block.ALREADY_SHIPPED));
    shop.done(new AmendOrder(particulars("DHL_EXPRESS", "ring twice")));
    Promises.areKept(shop);
  }

  @Test
  void an_order_is_deleted_once_it_has_ended_and_can_be_restored() {
    shop.place(Cart.of(1, Shop.TEA));
    assertThat(shop.act(new DeleteOrder())).isEqualTo(blocked(Block.NOT_TERMINAL));
    shop.payments.loseRequests();
    shop.done(Shop.CANCEL);
    assertThat(shop.act(new DeleteOrder())).isEqualTo(blocked(Block.MONEY_OPEN));
    shop.payments.recover();
    shop.runUntilQuiet();
    shop.done(new DeleteOrder());

    assertThat(shop.act(ALL))
        .isEqualTo(new Outcome.Deleted<>(shop.onlyOrder().standing().deletedAt().orElseThrow()));
    assertThat(AllowedActions.of(shop.onlyOrder(), shop.clock.instant()))
        .filteredOn(AllowedActions.Allowed::isAllowed)
        .extracting(AllowedActions.Allowed::action)
        .containsExactly("restore");
    shop.done(new RestoreOrder());
    assertThat(shop.onlyOrder().standing().deletedAt()).isEmpty();
    assertThat(shop.act(new RestoreOrder())).isEqualTo(blocked(Block.NOT_DELETED));
    Promises.areKept(shop);
  }

  @Test
  void an_act_on_an_old_version_is_refused_before_the_state_is_judged() {
    shop.place(Cart.of(1, Shop.TEA));
    Order order = shop.onlyOrder();

    assertThat(act(order, 1)).isEqualTo(new Outcome.VersionConflict<>(order.version()));
    assertThat(act(order, order.version())).isInstanceOf(Outcome.Done.class);
    assertThat(act(order, order.version())).isInstanceOf(Outcome.VersionConflict.class);
  }

  @Test
  void what_can_be_done_is_told_with_the_reasons_that_would_refuse_it() {
    shop.place(Cart.of(2, Shop.TEA).and(1, Shop.CUP));
    shop.done(new HoldOrder("fraud check"));
    Map<String, List<Block>> blocks =
        AllowedActions.of(shop.onlyOrder(), shop.clock.instant()).stream()
            .collect(
                Collectors.toMap(
                    AllowedActions.Allowed::action, AllowedActions.Allowed::blockedBy));

    assertThat(blocks)
        .containsEntry("ship", List.of(Block.ON_HOLD))
        .containsEntry("cancel", List.of())
        .containsEntry("capture", List.of(Block.ON_HOLD))
        .containsEntry("refund", List.of(Block.NOTHING_CAPTURED))
        .containsEntry("return", List.of(Block.NOTHING_SHIPPED))
        .containsEntry("hold", List.of(Block.ON_HOLD))
        .containsEntry("releaseHold", List.of())
        .containsEntry("complete", List.of(Block.NOT_ALL_SHIPPED))
        .containsEntry("changeShipping", List.of())
        .containsEntry("delete", List.of(Block.NOT_TERMINAL))
        .containsEntry("restore", List.of(Block.NOT_DELETED));
  }

  private Outcome<Shipment> act(Order order, long version) {
    return shop.open()
        .actOnOrder()
        .act(
            new Command<>(
                OrderBuilder.STOREFRONT,
                order.id(),
                Optional.of(version),
                ALL,
                new Actor("key:care"),
                Receipt.none()));
  }

  private ReturnStatus returns() {
    return Statuses.of(shop.onlyOrder()).returns();
  }

  private <R> Outcome<R> blocked(Block by) {
    return new Outcome.Refused<>(
        new Refusal.Blocked(shop.onlyOrder().id(), shop.onlyOrder().status(), List.of(by)));
  }

  private static ReceiveReturn received(Return asked, int units, Disposition disposition) {
    return new ReceiveReturn(
        asked.id(), List.of(new ReceiveReturn.Goods(new Wanted.Item(1, units), disposition)));
  }

  private static Particulars particulars(String method, String note) {
    return new Particulars(
        OrderBuilder.ADA.defaultAddress(),
        Optional.of(method),
        Contact.NONE,
        Optional.of(note),
        Map.of());
  }

  private static Wanted units(int quantity) {
    return new Wanted(List.of(new Wanted.Item(1, quantity)));
  }
}
