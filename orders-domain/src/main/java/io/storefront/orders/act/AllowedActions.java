package io.storefront.orders.act;

import io.storefront.orders.Block;
import io.storefront.orders.Order;
import io.storefront.orders.OrderLine;
import io.storefront.orders.Units;
import java.time.Instant;
import java.util.List;
import java.util.function.ToIntFunction;

/** What can be done to an order now, by the same rules that would refuse it. */
public final class AllowedActions {
  private AllowedActions() {}

  /**
   * One act.
   *
   * @param action its name
   * @param blockedBy why it is not possible; none where it is
   * @param most how many units of each line it could be done to, where it is done to units
   */
  public record Allowed(String action, List<Block> blockedBy, Units most) {
    /** Whether it is possible. */
    public boolean isAllowed() {
      return blockedBy.isEmpty();
    }
  }

  /** Every act, in the order in which a life of an order goes. */
  public static List<Allowed> of(Order order, Instant now) {
    List<Allowed> all = all(order, now);
    return order.standing().deletedAt().isEmpty()
        ? all
        : all.stream().map(AllowedActions::onDeleted).toList();
  }

  /** An order that was deleted is restored before anything else is done to it. */
  private static Allowed onDeleted(Allowed allowed) {
    return allowed.action().equals("restore")
        ? allowed
        : plain(allowed.action(), List.of(Block.DELETED));
  }

  private static List<Allowed> all(Order order, Instant now) {
    ToIntFunction<OrderLine> open = line -> line.quantities().allocated();
    return List.of(
        units("ship", Ship.blockedBy(order, now), order, open),
        units("cancel", Cancel.blockedBy(order), order, open),
        plain("capture", CapturePayment.blockedBy(order, now)),
        plain("refund", RefundPayment.blockedBy(order)),
        units("return", RequestReturn.blockedBy(order), order, RequestReturn.left(order)),
        plain("hold", HoldOrder.blockedBy(order)),
        plain("releaseHold", ReleaseHold.blockedBy(order)),
        plain("complete", CompleteOrder.blockedBy(order)),
        plain("changeShipping", AmendOrder.blockedBy(order)),
        plain("delete", DeleteOrder.blockedBy(order)),
        plain("restore", RestoreOrder.blockedBy(order)));
  }

  private static Allowed plain(String action, List<Block> blocks) {
    return new Allowed(action, blocks, Units.NONE);
  }

  private static Allowed units(
      String action, List<Block> blocks, Order order, ToIntFunction<OrderLine> available) {
    Units most = blocks.isEmpty() ? Wanted.all(order, available) : Units.NONE;
    return new Allowed(action, blocks, most);
  }
}
