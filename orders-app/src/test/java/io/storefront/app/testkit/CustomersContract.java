package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Registering and reading customers. */
public interface CustomersContract extends ApiContract {

  @Test
  default void a_customer_is_registered_active_and_in_version_1() {
    Shop shop = aShop();
    ApiAnswer answer = Shop.made(shop.clerk().post("/v1/customers", Shop.ada()));
    JsonNode customer = answer.json();
    assertThat(customer.path("id").asString()).matches("cus_" + PlacingContract.UUID_7);
    assertThat(customer.path("status").asString()).isEqualTo("ACTIVE");
    assertThat(customer.path("version").asInt()).isEqualTo(1);
    assertThat(customer.path("name").asString()).isEqualTo("Ada Lovelace");
    assertThat(customer.path("email").asString()).isEqualTo("ada@example.com");
    assertThat(answer.header("ETag")).contains("\"1\"");
    assertThat(answer.header("Location"))
        .contains("/v1/customers/" + customer.path("id").asString());
    Conventions.holdForPersonalData(answer);
  }

  @Test
  default void a_customer_reads_as_registering_answered() {
    Shop shop = aShop();
    ApiAnswer registered = Shop.made(shop.clerk().post("/v1/customers", Shop.ada()));
    ApiAnswer read = shop.clerk().get("/v1/customers/" + registered.string("id"));
    assertThat(read.status()).as("%s", read).isEqualTo(200);
    assertThat(read.json()).isEqualTo(registered.json());
    assertThat(read.header("ETag")).isEqualTo(registered.header("ETag"));
    Conventions.holdForPersonalData(read);
  }

  @Test
  default void the_default_address_is_kept_as_it_was_given() {
    Shop shop = aShop();
    JsonNode read = shop.clerk().get("/v1/customers/" + shop.customer()).json();
    Shop.ada()
        .path("defaultAddress")
        .forEachEntry(
            (name, value) -> assertThat(read.path("defaultAddress").path(name)).isEqualTo(value));
  }

  @Test
  default void a_customer_needs_no_address() {
    Shop shop = aShop();
    ObjectNode body = Shop.ada();
    body.remove("defaultAddress");
    Shop.made(shop.clerk().post("/v1/customers", body));
  }

  @Test
  default void two_customers_may_have_the_same_name_and_address() {
    Shop shop = aShop();
    assertThat(Shop.newCustomer(shop.clerk())).isNotEqualTo(Shop.newCustomer(shop.clerk()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "email"})
  default void what_a_customer_cannot_do_without_is_pointed_at(String member) {
    Shop shop = aShop();
    ObjectNode body = Shop.ada();
    body.remove(member);
    Problem.of(shop.clerk().post("/v1/customers", body), 422, "validation-failed")
        .pointingAt("/" + member);
  }

  @ParameterizedTest
  @CsvSource({
    "/name, ''",
    "/email, ''",
    "/email, no-address",
    "/defaultAddress/name, ''",
    "/defaultAddress/line1, ''",
    "/defaultAddress/city, ''",
    "/defaultAddress/country, Germany",
    "/defaultAddress/country, de",
  })
  default void a_wrong_value_is_pointed_at(String pointer, String value) {
    Shop shop = aShop();
    ObjectNode body = Shop.ada();
    int slash = pointer.lastIndexOf('/');
    JsonNode parent = slash == 0 ? body : body.at(pointer.substring(0, slash));
    ((ObjectNode) parent).set(pointer.substring(slash + 1), StringNode.valueOf(value));
    Problem.of(shop.clerk().post("/v1/customers", body), 422, "validation-failed")
        .pointingAt(pointer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "cus_", "cus_1", "ord_0198f2c4-7d1e-7b3a-9c55-2f1f6f0a8a11"})
  default void an_id_that_is_no_customers_is_not_found(String id) {
    Shop shop = aShop();
    String unknown = Fresh.unknownId("cus");
    Problem notThere = Problem.of(shop.clerk().get("/v1/customers/" + unknown), 404, "not-found");
    Problem malformed = Problem.of(shop.clerk().get("/v1/customers/" + id), 404, "not-found");
    assertThat(malformed.lasting(id)).isEqualTo(notThere.lasting(unknown));
  }

  @Test
  default void a_customer_is_not_registered_with_a_status_of_the_callers_choice() {
    Shop shop = aShop();
    JsonNode body = Shop.ada().put("status", "ACTIVE");
    Problem.of(shop.clerk().post("/v1/customers", body), 400, "unknown-field").naming("status");
  }
}
