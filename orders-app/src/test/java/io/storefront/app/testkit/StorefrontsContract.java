package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Storefronts, which the operator opens. */
public interface StorefrontsContract extends ApiContract {

  @Test
  default void a_storefront_is_put_and_read() {
    String id = Fresh.name("sf");
    ApiAnswer put = Shop.made(operator().put("/v1/storefronts/" + id, Shop.storefrontBody()));
    ApiAnswer read = operator().get("/v1/storefronts/" + id);
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.json()).isEqualTo(put.json());
    assertThat(read.string("id")).isEqualTo(id);
    assertThat(read.string("name")).isEqualTo("Aurora");
    assertThat(read.json().path("currencies"))
        .extracting(JsonNode::asString)
        .containsExactlyInAnyOrder("EUR", "USD", "JPY", "KWD");
    assertThat(put.header("ETag")).isPresent();
  }

  @Test
  default void a_storefront_that_is_put_again_is_replaced() {
    String target = "/v1/storefronts/" + Fresh.name("sf");
    Shop.made(operator().put(target, Shop.storefrontBody()));
    ApiAnswer again = operator().put(target, Json.object("{'name':'Harbor','currencies':['EUR']}"));
    assertThat(again.status()).as("%s", again).isEqualTo(200);
    assertThat(operator().get(target).string("name")).isEqualTo("Harbor");
    assertThat(operator().get(target).json().path("currencies")).hasSize(1);
  }

  @Test
  default void a_currency_that_a_storefront_does_not_sell_in_is_refused() {
    Shop shop = aShop();
    JsonNode euroOnly = Json.object("{'name':'Aurora','currencies':['EUR']}");
    operator().put("/v1/storefronts/" + shop.id(), euroOnly);
    Cart dollars = Cart.of(shop.customer(), "USD").line(shop.sku(), 1).token("tok_approve");
    Patience.until(
        Duration.ofSeconds(30), () -> shop.place(dollars), answer -> answer.status() == 422);
    shop.placed(shop.cart());
  }

  @Test
  default void storefronts_are_listed() {
    String id = Fresh.name("sf");
    Shop.made(operator().put("/v1/storefronts/" + id, Shop.storefrontBody()));
    assertThat(Pages.ids(Pages.walk(operator(), "/v1/storefronts?limit=200"))).contains(id);
    Problem.of(operator().get("/v1/storefronts?limit=0"), 400, "invalid-limit");
  }

  @Test
  default void an_unknown_storefront_is_not_found() {
    Problem.of(operator().get("/v1/storefronts/" + Fresh.name("sf")), 404, "not-found");
    Problem.of(operator().get("/v1/storefronts/no%20such"), 404, "not-found");
  }

  @Test
  default void a_wrong_value_is_pointed_at() {
    String target = "/v1/storefronts/" + Fresh.name("sf");
    ObjectNode nameless = Shop.storefrontBody().put("name", "");
    Problem.of(operator().put(target, nameless), 422, "validation-failed").pointingAt("/name");
    Problem.of(
            operator().put(target, Json.object("{'currencies':['EUR']}")), 422, "validation-failed")
        .pointingAt("/name");
    Problem.of(operator().get(target), 404, "not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"XXX", "eur", "", "EURO"})
  default void an_unknown_currency_is_none_to_sell_in(String currency) {
    ObjectNode body = Shop.storefrontBody();
    body.putArray("currencies").add("EUR").add(currency);
    ApiAnswer answer = operator().put("/v1/storefronts/" + Fresh.name("sf"), body);
    assertThat(Problem.of(answer).naming("currenc").answer().status()).isEqualTo(422);
  }
}
