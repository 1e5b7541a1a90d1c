package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The catalogue. */
public interface ProductsContract extends ApiContract {

  @Test
  default void a_product_is_put_and_read() {
    String target = "/v1/products/" + Fresh.name("TEE");
    ApiAnswer put = Shop.made(operator().put(target, Bodies.product()));
    ApiAnswer read = operator().get(target);
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.json()).isEqualTo(put.json());
    assertThat(target).endsWith(read.string("sku"));
    assertThat(read.string("name")).isEqualTo("Tee, M, black");
    assertThat(read.json().path("active").asBoolean()).isTrue();
    assertThat(read.json().path("unitPrices"))
        .containsExactlyInAnyOrderElementsOf(Json.read(Shop.PRICES));
    Conventions.hold(read);
  }

  @Test
  default void a_product_that_is_put_again_is_replaced() {
    String target = "/v1/products/" + Fresh.name("TEE");
    ApiAnswer first = Shop.made(operator().put(target, Bodies.product()));
    JsonNode other =
        Json.object(
            "{'name':'Tee','active':false,'unitPrices':[{'amount':'1.00','currency':'USD'}]}");
    ApiAnswer second = operator().put(target, other);
    assertThat(second.status()).as("%s", second).isEqualTo(200);
    JsonNode read = operator().get(target).json();
    assertThat(read.path("name").asString()).isEqualTo("Tee");
    assertThat(read.path("active").asBoolean()).isFalse();
    assertThat(read.path("unitPrices")).containsExactly(Json.money("1.00", "USD"));
    assertThat(second.requiredHeader("ETag")).isNotEqualTo(first.requiredHeader("ETag"));
  }

  @Test
  default void every_write_answers_the_version_as_an_etag() {
    String target = "/v1/products/" + Fresh.name("TEE");
    assertThat(Shop.made(operator().put(target, Bodies.product())).requiredHeader("ETag"))
        .isEqualTo("\"1\"");
  }

  @Test
  default void putting_a_product_leaves_its_stock_as_it_is() {
    Shop shop = aShop();
    operator().put("/v1/products/" + shop.sku(), Bodies.product());
    assertThat(shop.available(shop.sku())).isEqualTo(100);
  }

  @Test
  default void unknown_products_are_not_found() {
    for (String sku : new String[] {"NO-SUCH-SKU", "not%20one", "x".repeat(65), "%E2%82%AC"}) {
      Problem.of(operator().get("/v1/products/" + sku), 404, "not-found");
      Problem.of(operator().get("/v1/products/" + sku + "/stock"), 404, "not-found");
      JsonNode body = Json.object("{'quantity':1,'reason':'RECEIVED'}");
      ApiAnswer adjusted = operator().post("/v1/products/" + sku + "/stock-adjustments", body);
      Problem.of(adjusted, 404, "not-found");
    }
  }

  @Test
  default void a_sku_has_at_most_64_letters_digits_dots_hyphens_and_underscores() {
    String longest = (Fresh.name("A.b_9") + "x".repeat(64)).substring(0, 64);
    Shop.made(operator().put("/v1/products/" + longest, Bodies.product()));
    for (String sku : new String[] {longest + "x", "not%20one", "%E2%82%AC", "a%2Ab"}) {
      ApiAnswer answer = operator().put("/v1/products/" + sku, Bodies.product());
      assertThat(Problem.of(answer).answer().status()).as(sku).isIn(404, 422);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "19.9|EUR",
        "19.900|EUR",
        "2500.00|JPY",
        "6.12|KWD",
        "1.00|XXX",
        "1.00|eur",
        "abc|EUR",
        "|EUR"
      })
  default void a_price_has_exactly_the_decimals_of_a_known_currency(
      String amount, String currency) {
    ObjectNode product = Bodies.product();
    product.putArray("unitPrices").add(Json.money(amount == null ? "" : amount, currency));
    ApiAnswer answer = operator().put("/v1/products/" + Fresh.name("TEE"), product);
    Problem.of(answer, 422, "invalid-money").naming("/unitPrices/0");
  }

  @Test
  default void a_price_is_not_negative_and_there_is_one_for_a_currency() {
    for (String prices :
        new String[] {
          "[{'amount':'-1.00','currency':'EUR'}]",
          "[{'amount':'1.00','currency':'EUR'},{'amount':'2.00','currency':'EUR'}]"
        }) {
      ObjectNode product = Bodies.product();
      product.set("unitPrices", Json.read(prices.replace('\'', '"')));
      ApiAnswer answer = operator().put("/v1/products/" + Fresh.name("TEE"), product);
      assertThat(Problem.of(answer).answer().status()).isEqualTo(422);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\u0000b", "\uffff"})
  default void a_name_is_a_text(String name) {
    ApiAnswer answer =
        operator().put("/v1/products/" + Fresh.name("TEE"), Bodies.product().put("name", name));
    Problem.of(answer, 422, "validation-failed").pointingAt("/name");
  }

  @Test
  default void every_storefront_sees_the_catalogue() {
    Shop shop = aShop();
    assertThat(shop.clerk().get("/v1/products/" + shop.sku()).json())
        .isEqualTo(operator().get("/v1/products/" + shop.sku()).json());
    assertThat(aShop().clerk().get("/v1/products/" + shop.sku()).status()).isEqualTo(200);
  }

  @Test
  default void products_are_listed_page_by_page() {
    Shop shop = aShop();
    ApiAnswer first = shop.clerk().get("/v1/products?limit=1");
    assertThat(first.status()).as("%s", first).isEqualTo(200);
    assertThat(first.json().path("items").size()).isLessThanOrEqualTo(1);
    assertThat(first.json().at("/page/limit").asInt()).isEqualTo(1);
    Problem.of(shop.clerk().get("/v1/products?limit=201"), 400, "invalid-limit");
    Problem.of(shop.clerk().get("/v1/products?cursor=nonsense"), 400, "invalid-cursor");
    List<String> all = Json.strings(Json.array().addAll(Pages.walk(shop.clerk(), PAGED)), "sku");
    assertThat(all).contains(shop.sku()).doesNotHaveDuplicates();
  }

  String PAGED = "/v1/products?limit=200";
}
