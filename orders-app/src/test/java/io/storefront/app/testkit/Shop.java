package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A storefront of a test's own.
 *
 * @param clerk holds every scope of a storefront but orders:price and orders:delete
 * @param sku an active product at 19.90 EUR, 21.50 USD, 2500 JPY and 6.125 KWD, 100 on hand
 * @param customer the id of an active customer with a default address in Berlin
 */
public record Shop(String id, Caller operator, Caller clerk, String sku, String customer) {
  private static final String[] CLERK = {
    "orders:read",
    "orders:write",
    "orders:cancel",
    "orders:fulfil",
    "customers:read",
    "customers:write",
    "inventory:read"
  };
  static final String PRICES =
      """
      [{"amount":"19.90","currency":"EUR"},{"amount":"21.50","currency":"USD"},
       {"amount":"2500","currency":"JPY"},{"amount":"6.125","currency":"KWD"}]\
      """;

  static Shop open(ApiClient api, String operatorKey) {
    return open(api, operatorKey, Fresh.name("sf"));
  }

  /** The same for a storefront that may be there already. */
  static Shop open(ApiClient api, String operatorKey, String id) {
    Caller operator = new Caller(api, operatorKey);
    assertThat(operator.put("/v1/storefronts/" + id, storefrontBody()).status()).isIn(200, 201);
    Caller clerk = new Caller(api, keyIn(issue(operator, id, CLERK)));
    String sku = newProduct(operator, PRICES, 100);
    return new Shop(id, operator, clerk, sku, newCustomer(clerk));
  }

  /** A storefront as it is put: all four currencies. */
  static ObjectNode storefrontBody() {
    return Json.object("{'name':'Aurora','currencies':['EUR','USD','JPY','KWD']}");
  }

  static ApiAnswer issue(Caller operator, String storefront, String... scopes) {
    return made(operator.post("/v1/api-keys", keyBody(storefront, scopes)));
  }

  /** What issues a key of a storefront. */
  static ObjectNode keyBody(String storefront, String... scopes) {
    ObjectNode body = Json.object().put("name", "suite").put("storefront", storefront);
    ArrayNode list = body.putArray("scopes");
    List.of(scopes).forEach(list::add);
    return body;
  }

  /** The key in the answer that issued it. */
  static String keyIn(ApiAnswer issued) {
    return issued
        .json()
        .valueStream()
        .map(member -> member.asString(""))
        .filter(text -> text.startsWith("oms_"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no key in " + issued));
  }

  static String newProduct(Caller operator, String prices, int onHand) {
    String sku = Fresh.name("TEE");
    ObjectNode product = Json.object("{'name':'Tee, M, black','active':true}");
    product.set("unitPrices", Json.read(prices));
    made(operator.put("/v1/products/" + sku, product));
    if (onHand > 0) {
      receive(operator, sku, onHand);
    }
    return sku;
  }

  static void receive(Caller operator, String sku, int quantity) {
    ObjectNode received = Json.object("{'reason':'RECEIVED'}").put("quantity", quantity);
    made(operator.post("/v1/products/" + sku + "/stock-adjustments", received));
  }

  static String newCustomer(Caller clerk) {
    return made(clerk.post("/v1/customers", ada())).string("id");
  }

  static ObjectNode ada() {
    return Json.object(
        "{'name':'Ada Lovelace','email':'ada@example.com','defaultAddress':"
            + "{'name':'Ada Lovelace','line1':'Torstr. 1','city':'Berlin','postalCode':'10119',"
            + "'country':'DE'}}");
  }

  /** Another product at the usual prices. */
  String product(int onHand) {
    return newProduct(operator, PRICES, onHand);
  }

  /** A caller of this storefront with these scopes alone. */
  Caller with(String... scopes) {
    return new Caller(operator.api(), keyIn(issue(operator, id, scopes)));
  }

  /** One piece of the product for the customer in EUR, with a token that approves. */
  Cart cart() {
    return Cart.of(customer, "EUR").line(sku, 1).token("tok_approve");
  }

  ApiAnswer place(Cart cart) {
    return clerk.post("/v1/orders", cart.json());
  }

  /** The order that placing the cart has confirmed. */
  JsonNode placed(Cart cart) {
    return made(place(cart)).json();
  }

  JsonNode stock(String anySku) {
    ApiAnswer stock = operator.get("/v1/products/" + anySku + "/stock");
    assertThat(stock.status()).as("%s", stock).isEqualTo(200);
    return stock.json();
  }

  int available(String anySku) {
    return stock(anySku).path("available").asInt();
  }

  ApiAnswer order(String orderId) {
    return clerk.get("/v1/orders/" + orderId);
  }

  /** The items of one list that is short enough for one page. */
  JsonNode orders(String query) {
    ApiAnswer list = clerk.get("/v1/orders?limit=200" + query);
    assertThat(list.status()).as("%s", list).isEqualTo(200);
    assertThat(list.json().at("/page/hasMore").asBoolean()).as("%s", list).isFalse();
    return list.json().path("items");
  }

  static ApiAnswer made(ApiAnswer answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    return answer;
  }
}
