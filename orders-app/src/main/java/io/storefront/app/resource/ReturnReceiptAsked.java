package io.storefront.app.resource;

import io.storefront.app.json.Findings;
import io.storefront.app.json.JsonObject;
import io.storefront.orders.Order;
import io.storefront.orders.Return;
import io.storefront.orders.act.OrderAct;
import io.storefront.orders.act.ReceiveReturn;
import java.util.List;

/**
 * The body of a request that tells which goods came back.
 *
 * @param id as in the path
 */
record ReturnReceiptAsked(String id, List<ReceiveReturn.Goods> goods) implements Asked<Return> {

  static ReturnReceiptAsked read(String id, JsonObject body) {
    return new ReturnReceiptAsked(
        id,
        body.required("lines")
            .list(1, Order.MAX_LINES, line -> line.object(ReturnReceiptAsked::goods)));
  }

  @Override
  public void check(Order order, Findings findings) {
    ReturnDecisionAsked.named(id, order);
    new WantedLines(goods.stream().map(ReceiveReturn.Goods::units).toList())
        .requireKnown(order, findings);
  }

  @Override
  public OrderAct<Return> act(Order order) {
    return new ReceiveReturn(ReturnDecisionAsked.named(id, order).id(), goods);
  }

  private static ReceiveReturn.Goods goods(JsonObject line) {
    return new ReceiveReturn.Goods(
        WantedLines.item(line),
        ActFields.word(line.required("disposition"), ReceiveReturn.Disposition.class));
  }
}
