package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * A request with several mistakes is told of the first in the order of checks: path, method, key,
 * scope, If-Match, size and media type, idempotency key, JSON, replay, id, values, version, state.
 */
public interface OrderOfChecksContract extends ApiContract {
  String WRONG = "{\"wrong\":";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/v1",
        "/v1/nope",
        "/v1/orders/",
        "/v2/orders",
        "/v1/orders/ord_1/nope",
        "/V1/orders"
      })
  default void an_unknown_path_comes_before_everything(String path) {
    Problem.of(api().send(ApiCall.of("TRACE", path)), 404, "not-found");
    Problem.of(api().send(ApiCall.get(path)), 404, "not-found");
    ApiCall worst = ApiCall.post(path, Json.object()).withText(WRONG).without("Idempotency-Key");
    Problem.of(api().send(worst), 404, "not-found");
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /v1/orders, 'GET, POST'",
    "PUT, /v1/orders, 'GET, POST'",
    "PATCH, /v1/orders, 'GET, POST'",
    "TRACE, /v1/orders, 'GET, POST'",
    "OPTIONS, /v1/orders, 'GET, POST'",
    "BREW, /v1/orders, 'GET, POST'",
    "PUT, /v1/orders/ord_1, 'GET, PATCH, DELETE'",
    "POST, /v1/products/TEE, 'GET, PUT'",
    "POST, /v1/products, GET",
    "GET, /v1/products/TEE/stock-adjustments, POST",
    "PUT, /v1/products/TEE/stock, GET",
    "GET, /v1/customers, POST",
    "DELETE, /v1/customers/cus_1, 'GET, PATCH'",
    "POST, /v1/storefronts, GET",
    "PATCH, /v1/storefronts/sf, 'GET, PUT'",
    "PUT, /v1/api-keys, 'GET, POST'",
    "POST, /health/live, GET",
    "DELETE, /health/ready, GET",
  })
  default void a_wrong_method_is_told_the_right_ones_before_the_key_is_looked_at(
      String method, String path, String allowed) {
    ApiAnswer answer = api().send(ApiCall.of(method, path));
    Problem.of(answer, 405, "method-not-allowed").retryable(false);
    String allow = String.join(",", answer.headers().get("Allow"));
    assertThat(allow.split("\\s*,\\s*")).contains(allowed.split(", ")).doesNotContain(method);
  }

  @Test
  default void the_key_comes_before_all_that_is_sent() {
    ApiCall call = ApiCall.of("POST", "/v1/orders").withText(WRONG).with("Content-Type", "a/b");
    Problem.of(api().send(call), 401, "unauthenticated");
    ApiCall patch = ApiCall.of("PATCH", "/v1/customers/cus_1").withText(WRONG);
    Problem.of(api().send(patch), 401, "unauthenticated");
  }

  @Test
  default void the_scope_comes_before_the_precondition_and_all_that_is_sent() {
    Caller reader = aShop().with("orders:read");
    ApiCall patch = ApiCall.of("PATCH", "/v1/customers/cus_1").withText(WRONG);
    Problem.of(reader.send(patch), 403, "insufficient-scope");
    ApiCall post = ApiCall.of("POST", "/v1/orders").withText(WRONG).with("Content-Type", "a/b");
    Problem.of(reader.send(post), 403, "insufficient-scope");
  }

  @Test
  default void the_precondition_comes_before_size_and_media_type() {
    Shop shop = aShop();
    ApiCall call = ApiCall.of("PATCH", "/v1/customers/" + shop.customer()).withText(WRONG);
    Problem.of(shop.clerk().send(call.with("Content-Type", "a/b")), 428, "precondition-required");
    ApiCall large = call.withText(" ".repeat(65_537));
    Problem.of(shop.clerk().send(large), 428, "precondition-required").naming("If-Match");
    ApiCall unknown = ApiCall.of("PATCH", "/v1/customers/" + Fresh.unknownId("cus")).withText("{}");
    Problem.of(shop.clerk().send(unknown), 428, "precondition-required");
  }

  @Test
  default void size_and_media_type_come_before_the_idempotency_key() {
    Shop shop = aShop();
    ApiCall call = ApiCall.of("POST", "/v1/orders");
    ApiCall wrongType = call.withText(WRONG).with("Content-Type", "text/plain");
    Problem.of(shop.clerk().send(wrongType), 415, "unsupported-media-type");
    ApiCall large = call.withText(" ".repeat(65_537)).withKey("not one");
    Problem.of(shop.clerk().send(large), 413, "too-large");
  }

  @Test
  default void the_idempotency_key_comes_before_the_json() {
    Shop shop = aShop();
    ApiCall call = ApiCall.of("POST", "/v1/orders").withText(WRONG);
    Problem.of(shop.clerk().send(call), 400, "idempotency-key-missing");
    Problem.of(shop.clerk().send(call.withKey("not one")), 400, "idempotency-key-malformed");
  }

  @Test
  default void the_json_comes_before_the_replay() {
    Shop shop = aShop();
    ApiCall call = ApiCall.post("/v1/orders", shop.cart().json());
    Shop.made(shop.clerk().send(call));
    Problem.of(shop.clerk().send(call.withText(WRONG)), 400, "malformed-request");
    JsonNode unknown = shop.cart().set("status", Json.read("\"CONFIRMED\"")).json();
    Problem.of(shop.clerk().send(call.withJson(unknown)), 400, "unknown-field");
    JsonNode wrongType = shop.cart().set("lines", Json.read("\"one\"")).json();
    Problem.of(shop.clerk().send(call.withJson(wrongType)), 400, "malformed-request");
  }

  @Test
  default void the_replay_comes_before_the_id_and_the_values() {
    Shop shop = aShop();
    ApiCall call = ApiCall.post("/v1/orders", shop.cart().json());
    Shop.made(shop.clerk().send(call));
    ApiCall wrong = call.withJson(shop.cart().quantity(0).json());
    Problem.of(shop.clerk().send(wrong), 422, "idempotency-key-reused");

    ApiCall adjust =
        ApiCall.post(
            "/v1/products/" + shop.sku() + "/stock-adjustments",
            Json.object("{'quantity':1,'reason':'RECEIVED'}"));
    Shop.made(operator().send(adjust));
    ApiCall elsewhere = adjust.withTarget("/v1/products/NO-SUCH-SKU/stock-adjustments");
    Problem.of(operator().send(elsewhere), 422, "idempotency-key-reused");
  }

  @Test
  default void the_json_comes_before_the_id_and_the_id_before_the_values() {
    Shop shop = aShop();
    String unknown = "/v1/customers/" + Fresh.unknownId("cus");
    ApiCall call = ApiCall.of("PATCH", unknown).with("If-Match", "\"1\"");
    Problem.of(shop.clerk().send(call.withText(WRONG)), 400, "malformed-request");
    Problem.of(shop.clerk().send(call.withText("{\"nope\":1}")), 400, "unknown-field");
    Problem.of(shop.clerk().send(call.withText("{\"status\":\"NOPE\"}")), 404, "not-found");
    JsonNode nothing = Json.object("{'quantity':0,'reason':'RECEIVED'}");
    ApiAnswer adjusted = operator().post("/v1/products/NO-SUCH-SKU/stock-adjustments", nothing);
    Problem.of(adjusted, 404, "not-found");
  }

  @Test
  default void the_values_come_before_the_version() {
    Shop shop = aShop();
    String path = "/v1/customers/" + shop.customer();
    ApiAnswer wrong = shop.clerk().patch(path, "\"9\"", Json.object("{'status':'NOPE'}"));
    Problem.of(wrong, 422, "validation-failed");
    ApiAnswer stale = shop.clerk().patch(path, "\"9\"", Json.object("{'status':'BLOCKED'}"));
    Problem.of(stale, 412, "version-conflict");
  }
}
