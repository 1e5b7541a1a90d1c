package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Keys, which the operator issues and revokes. */
public interface ApiKeysContract extends ApiContract {

  private JsonNode listed(String id) {
    return Pages.walk(operator(), "/v1/api-keys?limit=200").stream()
        .filter(key -> key.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + " is not in the list"));
  }

  @Test
  default void a_key_is_issued_with_its_secret_and_what_it_may_do() {
    Shop shop = aShop();
    ApiAnswer issued = Shop.issue(operator(), shop.id(), "orders:read", "customers:read");
    String key = Shop.keyIn(issued);
    assertThat(key).matches(KeyText.FORM);
    assertThat(key).isEqualTo(KeyText.withChecksum(key.substring(0, key.length() - 6)));
    assertThat(key).contains("_" + issued.string("id") + "_");
    assertThat(issued.string("storefront")).isEqualTo(shop.id());
    assertThat(issued.json().path("scopes"))
        .extracting(JsonNode::asString)
        .containsExactlyInAnyOrder("orders:read", "customers:read");
    assertThat(issued.requiredHeader("Cache-Control")).contains("no-store");
    Conventions.hold(issued);
  }

  @Test
  default void the_secret_is_never_shown_in_a_list() {
    Shop shop = aShop();
    ApiAnswer issued = Shop.issue(operator(), shop.id(), "orders:read");
    String key = Shop.keyIn(issued);
    JsonNode listed = listed(issued.string("id"));
    assertThat(listed.path("storefront").asString()).isEqualTo(shop.id());
    assertThat(listed.toString())
        .doesNotContain(key)
        .doesNotContain(key.substring(key.lastIndexOf('_') + 1));
  }

  @Test
  default void issuing_with_the_same_idempotency_key_issues_one_key() {
    Shop shop = aShop();
    ApiCall call = ApiCall.post("/v1/api-keys", Shop.keyBody(shop.id(), "orders:read"));
    ApiAnswer first = Shop.made(operator().send(call));
    Replays.expect(first, operator().send(call));
  }

  @Test
  default void a_revoked_key_opens_nothing_within_30_seconds() {
    Shop shop = aShop();
    ApiAnswer issued = Shop.issue(operator(), shop.id(), "orders:read");
    Caller holder = new Caller(api(), Shop.keyIn(issued));
    assertThat(holder.get("/v1/orders").status()).isEqualTo(200);
    ApiAnswer revoked = operator().delete("/v1/api-keys/" + issued.string("id"));
    assertThat(revoked.status()).as("%s", revoked).isEqualTo(204);
    assertThat(revoked.body()).isEmpty();
    Patience.until(
        Duration.ofSeconds(30), () -> holder.get("/v1/orders"), answer -> answer.status() == 401);
    assertThat(shop.clerk().get("/v1/orders").status()).isEqualTo(200);
  }

  @Test
  default void an_unknown_key_cannot_be_revoked() {
    Problem.of(operator().delete("/v1/api-keys/0123456789"), 404, "not-found");
    Problem.of(operator().delete("/v1/api-keys/nonsense"), 404, "not-found");
  }

  @Test
  default void a_key_is_for_a_storefront_that_exists_and_for_scopes_that_exist() {
    ApiAnswer nowhere =
        operator().post("/v1/api-keys", Shop.keyBody(Fresh.name("sf"), "orders:read"));
    assertThat(Problem.of(nowhere).answer().status()).isIn(404, 422);
    String shop = aShop().id();
    for (String[] scopes : List.of(new String[] {"orders:everything"}, new String[] {""})) {
      Problem.of(
              operator().post("/v1/api-keys", Shop.keyBody(shop, scopes)), 422, "validation-failed")
          .pointingAt("/scopes/0");
    }
    Problem.of(operator().post("/v1/api-keys", Shop.keyBody(shop)), 422, "validation-failed")
        .pointingAt("/scopes");
  }

  @Test
  default void a_key_without_a_storefront_is_the_operators() {
    Shop shop = aShop();
    ObjectNode body = Shop.keyBody(shop.id(), "orders:read", "storefronts:admin");
    body.remove("storefront");
    ApiAnswer issued = Shop.made(operator().post("/v1/api-keys", body));
    assertThat(issued.json().path("storefront").isNull()).as("%s", issued).isTrue();
    Caller second = new Caller(api(), Shop.keyIn(issued));
    assertThat(second.get("/v1/storefronts/" + shop.id()).status()).isEqualTo(200);
    Problem.of(second.get("/v1/api-keys"), 403, "insufficient-scope");
    String order = shop.placed(shop.cart()).path("id").asString();
    assertThat(second.get("/v1/orders/" + order).status()).isEqualTo(200);
  }

  @Test
  default void keys_are_listed_page_by_page() {
    Problem.of(operator().get("/v1/api-keys?limit=201"), 400, "invalid-limit");
    Problem.of(operator().get("/v1/api-keys?cursor=nonsense"), 400, "invalid-cursor");
  }
}
