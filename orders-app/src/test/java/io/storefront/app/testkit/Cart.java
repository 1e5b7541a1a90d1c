package io.storefront.app.testkit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The body of a placement under construction; each verb changes it and answers it. */
final class Cart {
  private final ObjectNode json;

  private Cart(ObjectNode json) {
    this.json = json;
  }

  static Cart of(String customer, String currency) {
    return new Cart(Json.object().put("customerId", customer).put("currency", currency));
  }

  /** The body as it stands. */
  ObjectNode json() {
    return json.deepCopy();
  }

  Cart line(String sku, int quantity) {
    lines().addObject().put("sku", sku).put("quantity", quantity);
    return this;
  }

  Cart noLines() {
    json.putArray("lines");
    return this;
  }

  /** How many pieces of the first line. */
  Cart quantity(int quantity) {
    return firstLine("quantity", Json.read(Integer.toString(quantity)));
  }

  Cart firstLine(String member, JsonNode value) {
    ((ObjectNode) lines().get(0)).set(member, value);
    return this;
  }

  /** A discount on the line that was added last, in the cart's currency. */
  Cart discount(String code, String amount) {
    lastLine().withArray("discounts").addObject().put("code", code).set("amount", money(amount));
    return this;
  }

  /** A tax on the line that was added last, in the cart's currency. */
  Cart tax(String rate, boolean included, String amount) {
    ObjectNode tax = lastLine().withArray("taxes").addObject();
    tax.put("name", "VAT").put("rate", rate).put("included", included).set("amount", money(amount));
    return this;
  }

  Cart unitPrice(String amount) {
    lastLine().set("unitPrice", money(amount));
    return this;
  }

  Cart shipping(String price) {
    shippingPart().put("method", "DHL_STD").set("price", money(price));
    return this;
  }

  Cart address() {
    shippingPart()
        .set(
            "address",
            Json.object(
                "{'name':'Grace Hopper','line1':'Kai 7','city':'Hamburg','postalCode':'20457',"
                    + "'country':'DE'}"));
    return this;
  }

  Cart expecting(String total) {
    return set("expectedTotal", money(total));
  }

  Cart reference(String externalReference) {
    json.put("externalReference", externalReference);
    return this;
  }

  Cart token(String token) {
    return set("payment", Json.object().put("token", token));
  }

  Cart set(String member, JsonNode value) {
    json.set(member, value);
    return this;
  }

  Cart without(String member) {
    json.remove(member);
    return this;
  }

  private ObjectNode money(String amount) {
    return Json.money(amount, json.path("currency").asString());
  }

  private ObjectNode shippingPart() {
    return json.withObject("shipping");
  }

  private ObjectNode lastLine() {
    return (ObjectNode) lines().get(lines().size() - 1);
  }

  private ArrayNode lines() {
    return json.withArray("lines");
  }
}
