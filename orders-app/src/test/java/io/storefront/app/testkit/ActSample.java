package io.storefront.app.testkit;

import java.util.List;

/**
 * One kind of act that can be done to {@link #ready}, an order made for it.
 *
 * @param below where, below the order; {@code {id}} is the shipment's or the return's
 * @param body in single quotes; sound
 */
record ActSample(String name, String below, String body, String scope) {
  static final List<ActSample> ALL =
      List.of(
          new ActSample("shipment", "/shipments", "{'carrier':'DHL'}", "orders:fulfil"),
          new ActSample(
              "carrier event",
              "/shipments/{id}/events",
              "{'type':'IN_TRANSIT','carrierEventId':'A'}",
              "orders:fulfil"),
          new ActSample("cancellation", "/cancellations", "{'reason':'X'}", "orders:cancel"),
          new ActSample(
              "capture",
              "/captures",
              "{'amount':{'amount':'5.00','currency':'EUR'}}",
              "payments:capture"),
          new ActSample(
              "refund",
              "/refunds",
              "{'reason':'X','lines':[{'lineId':'1','quantity':1}]}",
              "payments:refund"),
          new ActSample(
              "return",
              "/returns",
              "{'reason':'X','lines':[{'lineId':'1','quantity':1}]}",
              "orders:fulfil"),
          new ActSample(
              "decision", "/returns/{id}/transitions", "{'event':'APPROVE'}", "orders:fulfil"),
          new ActSample(
              "receipt",
              "/returns/{id}/receipts",
              "{'lines':[{'lineId':'1','quantity':1,'disposition':'RESTOCK'}]}",
              "orders:fulfil"),
          new ActSample(
              "transition", "/transitions", "{'event':'HOLD','reason':'X'}", "orders:write"));

  static ActSample named(String name) {
    return ALL.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  /** An order to which it can be done. */
  Life ready(Shop shop) {
    return switch (name) {
      case "carrier event", "refund", "return", "decision", "receipt" -> Life.shipped(shop, 2);
      default -> Life.of(shop, 2);
    };
  }

  /** The request, and what has to be done before. */
  ApiCall call(Life life) {
    String id =
        switch (name) {
          case "carrier event" -> life.items("/shipments").at("/0/id").asString();
          case "decision" -> requested(life);
          case "receipt" -> approved(life);
          default -> "";
        };
    return life.call(below.replace("{id}", id), body);
  }

  /** The request, to an order that need not be there. */
  ApiCall call(String order) {
    return ApiCall.post("/v1/orders/" + order + below.replace("{id}", "x"), Json.object(body));
  }

  private static String requested(Life life) {
    return life.done("/returns", "{'reason':'X'}").string("id");
  }

  private static String approved(Life life) {
    String id = requested(life);
    life.done("/returns/" + id + "/transitions", "{'event':'APPROVE'}");
    return id;
  }

  @Override
  public String toString() {
    return name;
  }
}
