package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Who is let in. */
public interface AccessContract extends ApiContract {

  private ApiAnswer with(String authorization) {
    return api().send(ApiCall.get("/v1/orders").with("Authorization", authorization));
  }

  private String refused(ApiAnswer answer) {
    Problem problem = Problem.of(answer, 401, "unauthenticated").retryable(false);
    assertThat(answer.requiredHeader("WWW-Authenticate")).startsWith("Bearer");
    return problem.lasting() + answer.header("WWW-Authenticate");
  }

  @Test
  default void every_kind_of_bad_key_is_answered_alike() {
    Shop shop = aShop();
    String good = shop.clerk().key();
    Map<String, ApiAnswer> answers = new LinkedHashMap<>();
    answers.put("none", api().send(ApiCall.get("/v1/orders")));
    answers.put("unknown", with("Bearer " + KeyText.unknown()));
    answers.put("other secret", with("Bearer " + KeyText.withOtherSecret(good)));
    answers.put("wrong checksum", with("Bearer " + KeyText.withWrongChecksum(good)));
    answers.put("cut short", with("Bearer " + good.substring(0, good.length() - 1)));
    answers.put("with more", with("Bearer " + good + "0"));
    answers.put("other case", with("Bearer " + good.toLowerCase(Locale.ROOT)));
    answers.put("other scheme", with("Basic " + good));
    answers.put("no scheme", with(good));
    answers.put("two keys", with("Bearer " + good + ", Bearer " + good));
    answers.put("junk", with("Bearer {\"x\":1}' OR 1=1 --"));
    answers.put("long", with("Bearer oms_test_" + "0".repeat(2_000)));
    answers.put("revoked", withRevokedKey(shop));
    String expected = refused(answers.get("none"));
    answers.forEach(
        (kind, answer) -> assertThat(refused(answer)).as("key: %s", kind).isEqualTo(expected));
  }

  private ApiAnswer withRevokedKey(Shop shop) {
    ApiAnswer issued = Shop.issue(operator(), shop.id(), "orders:read");
    Caller holder = new Caller(api(), Shop.keyIn(issued));
    assertThat(holder.get("/v1/orders").status()).isEqualTo(200);
    ApiAnswer revoked = operator().delete("/v1/api-keys/" + issued.string("id"));
    assertThat(revoked.status()).as("%s", revoked).isEqualTo(204);
    return Patience.until(
        Duration.ofSeconds(30), () -> holder.get("/v1/orders"), answer -> answer.status() == 401);
  }

  @Test
  default void a_key_that_has_expired_is_no_key() {
    Shop shop = aShop();
    ObjectNode body = Shop.keyBody(shop.id(), "orders:read");
    body.put("expiresAt", Instant.now().plusSeconds(3).toString());
    ApiAnswer issued = Shop.made(operator().post("/v1/api-keys", body));
    Caller holder = new Caller(api(), Shop.keyIn(issued));
    assertThat(holder.get("/v1/orders").status()).isEqualTo(200);
    ApiAnswer last =
        Patience.until(
            Duration.ofSeconds(33),
            () -> holder.get("/v1/orders"),
            answer -> answer.status() == 401);
    refused(last);
  }

  @Test
  default void the_scheme_is_written_in_any_case() {
    assertThat(with("bearer " + aShop().clerk().key()).status()).isEqualTo(200);
  }

  @Test
  default void a_key_in_the_address_or_in_another_header_is_no_key() {
    String key = aShop().clerk().key();
    for (String name : new String[] {"api_key", "apiKey", "key", "access_token"}) {
      refused(api().send(ApiCall.get("/v1/orders?" + name + "=" + key)));
    }
    refused(api().send(ApiCall.get("/v1/orders").with("x-api-key", key)));
  }

  @Test
  default void a_key_in_the_address_spoils_the_one_in_the_header() {
    Caller clerk = aShop().clerk();
    refused(clerk.get("/v1/orders?access_token=" + clerk.key()));
    refused(clerk.get("/v1/orders?externalReference=" + clerk.key()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/orders",
        "/v1/orders/ord_1",
        "/v1/products",
        "/v1/products/TEE",
        "/v1/customers/cus_1",
        "/v1/products/TEE/stock",
        "/v1/storefronts",
        "/v1/storefronts/sf",
        "/v1/api-keys"
      })
  default void nothing_is_read_without_a_key(String target) {
    refused(api().send(ApiCall.get(target)));
  }

  @Test
  default void nothing_is_changed_without_a_key() {
    refused(api().send(ApiCall.post("/v1/orders", Json.object())));
    refused(api().send(ApiCall.post("/v1/orders?dryRun=true", Json.object())));
    refused(api().send(ApiCall.post("/v1/customers", Json.object())));
    refused(api().send(ApiCall.of("PATCH", "/v1/customers/cus_1")));
    refused(api().send(ApiCall.put("/v1/products/TEE", Json.object())));
    refused(api().send(ApiCall.post("/v1/products/TEE/stock-adjustments", Json.object())));
    refused(api().send(ApiCall.put("/v1/storefronts/sf", Json.object())));
    refused(api().send(ApiCall.post("/v1/api-keys", Json.object())));
    refused(api().send(ApiCall.of("DELETE", "/v1/api-keys/0123456789")));
  }
}
