package io.storefront.app.testkit;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A sound body of each kind, with everything that may stand in it. */
final class Bodies {
  private Bodies() {}

  /** A body with the request that takes it; the operator may send each of them. */
  record Sample(String name, String method, String target, ObjectNode body) {
    ApiCall call(JsonNode changed) {
      return call(changed.toString());
    }

    ApiCall call(String text) {
      ApiCall call = ApiCall.of(method, target).withText(text);
      return switch (method) {
        case "POST" -> call.withKey(Fresh.name("key"));
        case "PATCH" -> call.with("If-Match", "\"1\"");
        default -> call;
      };
    }
  }

  static List<Sample> all(Shop shop) {
    return List.of(
        new Sample("order", "POST", "/v1/orders?storefront=" + shop.id(), order(shop)),
        new Sample("customer", "POST", "/v1/customers?storefront=" + shop.id(), Shop.ada()),
        new Sample("patch", "PATCH", "/v1/customers/" + shop.customer(), Shop.ada()),
        new Sample("product", "PUT", "/v1/products/" + Fresh.name("NEW"), product()),
        new Sample(
            "adjustment",
            "POST",
            "/v1/products/" + shop.sku() + "/stock-adjustments",
            Json.object("{'quantity':1,'reason':'RECEIVED','note':'PO 4711'}")),
        new Sample(
            "storefront", "PUT", "/v1/storefronts/" + Fresh.name("sf"), Shop.storefrontBody()),
        new Sample("key", "POST", "/v1/api-keys", Shop.keyBody(shop.id(), "orders:read")));
  }

  static Sample named(String name, Shop shop) {
    return all(shop).stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  static ObjectNode product() {
    ObjectNode product = Json.object("{'name':'Tee, M, black','active':true}");
    product.set("unitPrices", Json.read(Shop.PRICES));
    return product;
  }

  /** 39.80 less 3.98, 5.72 tax in it, 4.90 shipping: 40.72 EUR. */
  static ObjectNode order(Shop shop) {
    return shop.cart()
        .quantity(2)
        .unitPrice("19.90")
        .discount("SUMMER", "3.98")
        .tax("0.19", true, "5.72")
        .shipping("4.90")
        .address()
        .expecting("40.72")
        .json();
  }
}
