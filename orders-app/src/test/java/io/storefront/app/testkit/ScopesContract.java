package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a key may do, and what it is told it may not. */
public interface ScopesContract extends ApiContract {
  /** Every scope that a key of a storefront may have. */
  List<String> ALL_OF_A_STOREFRONT =
      List.of(
          "orders:read",
          "orders:write",
          "orders:cancel",
          "orders:fulfil",
          "orders:delete",
          "orders:import",
          "orders:price",
          "payments:capture",
          "payments:refund",
          "customers:read",
          "customers:write",
          "inventory:read");

  private static ApiCall call(String method, String target) {
    return switch (method) {
      case "GET", "DELETE" -> ApiCall.of(method, target);
      case "PATCH" -> ApiCall.put(target, Json.object()).withMethod(method).with("If-Match", "*");
      default -> ApiCall.post(target, Json.object()).withMethod(method);
    };
  }

  private static void expectMissing(ApiAnswer answer, String scope) {
    Problem problem = Problem.of(answer, 403, "insufficient-scope").retryable(false);
    assertThat(problem.string("requiredScope")).isEqualTo(scope);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /v1/orders, orders:write",
    "POST, /v1/orders?dryRun=true, orders:write",
    "GET, /v1/orders, orders:read",
    "GET, /v1/orders/ord_1, orders:read",
    "POST, /v1/customers, customers:write",
    "PATCH, /v1/customers/cus_1, customers:write",
    "GET, /v1/customers/cus_1, customers:read",
    "GET, /v1/products, inventory:read",
    "GET, /v1/products/TEE, inventory:read",
    "GET, /v1/products/TEE/stock, inventory:read",
  })
  default void a_storefronts_key_needs_the_scope(String method, String target, String scope) {
    String[] others =
        ALL_OF_A_STOREFRONT.stream().filter(each -> !each.equals(scope)).toArray(String[]::new);
    Shop shop = aShop();
    expectMissing(shop.with(others).send(call(method, target)), scope);
    assertThat(shop.with(scope).send(call(method, target)).status()).isNotEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /v1/products/TEE, inventory:write",
    "POST, /v1/products/TEE/stock-adjustments, inventory:write",
    "GET, /v1/storefronts, storefronts:admin",
    "GET, /v1/storefronts/sf, storefronts:admin",
    "PUT, /v1/storefronts/sf, storefronts:admin",
    "GET, /v1/api-keys, keys:admin",
    "POST, /v1/api-keys, keys:admin",
    "DELETE, /v1/api-keys/0123456789, keys:admin",
  })
  default void what_is_the_operators_is_beyond_any_key_of_a_storefront(
      String method, String target, String scope) {
    expectMissing(
        aShop().with(ALL_OF_A_STOREFRONT.toArray(String[]::new)).send(call(method, target)), scope);
  }

  @ParameterizedTest
  @CsvSource({"inventory:write", "inventory:reserve", "storefronts:admin", "keys:admin"})
  default void a_scope_of_the_operator_is_never_granted_to_a_storefronts_key(String scope) {
    Shop shop = aShop();
    ApiAnswer answer =
        operator().post("/v1/api-keys", Shop.keyBody(shop.id(), "orders:read", scope));
    Problem.of(answer, 422, "validation-failed").naming("scope");
  }

  @Test
  default void a_key_with_one_scope_can_do_what_the_scope_is_for() {
    Shop shop = aShop();
    assertThat(shop.with("orders:read").get("/v1/orders").status()).isEqualTo(200);
    Shop.made(shop.with("orders:write").post("/v1/orders", shop.cart().json()));
    Shop.made(shop.with("customers:write").post("/v1/customers", Shop.ada()));
    String customer = "/v1/customers/" + shop.customer();
    assertThat(shop.with("customers:read").get(customer).status()).isEqualTo(200);
    String stock = "/v1/products/" + shop.sku() + "/stock";
    assertThat(shop.with("inventory:read").get(stock).status()).isEqualTo(200);
  }
}
