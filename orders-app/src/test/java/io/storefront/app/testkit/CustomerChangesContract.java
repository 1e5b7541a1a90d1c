package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Changing, blocking and unblocking customers. */
public interface CustomerChangesContract extends ApiContract {

  private static ApiAnswer patch(Shop shop, String ifMatch, String json) {
    return shop.clerk().patch("/v1/customers/" + shop.customer(), ifMatch, Json.object(json));
  }

  private static JsonNode customer(Shop shop) {
    return shop.clerk().get("/v1/customers/" + shop.customer()).json();
  }

  @Test
  default void a_change_changes_what_it_names_and_nothing_else() {
    Shop shop = aShop();
    ApiAnswer changed = patch(shop, "\"1\"", "{'name':'Augusta King'}");
    assertThat(changed.status()).as("%s", changed).isEqualTo(200);
    assertThat(changed.string("name")).isEqualTo("Augusta King");
    assertThat(changed.string("email")).isEqualTo("ada@example.com");
    assertThat(changed.json().at("/defaultAddress/city").asString()).isEqualTo("Berlin");
    assertThat(changed.json().path("version").asInt()).isEqualTo(2);
    assertThat(changed.header("ETag")).contains("\"2\"");
    assertThat(customer(shop)).isEqualTo(changed.json());
  }

  @Test
  default void a_member_of_the_address_is_merged_into_it() {
    Shop shop = aShop();
    ApiAnswer changed = patch(shop, "\"1\"", "{'defaultAddress':{'city':'Potsdam'}}");
    assertThat(changed.json().at("/defaultAddress/city").asString()).isEqualTo("Potsdam");
    assertThat(changed.json().at("/defaultAddress/line1").asString()).isEqualTo("Torstr. 1");
  }

  @Test
  default void null_removes_the_address_and_cannot_remove_the_name() {
    Shop shop = aShop();
    Problem.of(patch(shop, "\"1\"", "{'name':null}"), 422, "validation-failed").pointingAt("/name");
    ApiAnswer changed = patch(shop, "\"1\"", "{'defaultAddress':null}");
    assertThat(changed.status()).as("%s", changed).isEqualTo(200);
    assertThat(changed.json().path("defaultAddress").isObject()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/merge-patch+json"})
  default void a_change_is_json_or_a_merge_patch(String type) {
    Shop shop = aShop();
    ApiCall call =
        ApiCall.of("PATCH", "/v1/customers/" + shop.customer())
            .withText("{\"name\":\"Augusta\"}")
            .with("If-Match", "\"1\"")
            .with("Content-Type", type);
    assertThat(shop.clerk().send(call).status()).isEqualTo(200);
    ApiCall wrong = call.with("Content-Type", "application/json-patch+json");
    Problem.of(shop.clerk().send(wrong), 415, "unsupported-media-type");
  }

  @Test
  default void a_change_without_a_version_is_refused() {
    Shop shop = aShop();
    ApiCall call =
        ApiCall.of("PATCH", "/v1/customers/" + shop.customer()).withText("{\"name\":\"A\"}");
    Problem.of(shop.clerk().send(call), 428, "precondition-required").naming("If-Match");
    assertThat(customer(shop).path("version").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"0\"", "\"2\"", "\"1x\"", "\"9999999999999999999\"", "W/\"1\""})
  default void a_change_of_another_version_is_refused_and_told_the_current_one(String ifMatch) {
    Shop shop = aShop();
    Problem problem =
        Problem.of(patch(shop, ifMatch, "{'name':'Augusta'}"), 412, "version-conflict");
    assertThat(problem.json().path("currentVersion").asInt()).isEqualTo(1);
    assertThat(customer(shop).path("name").asString()).isEqualTo("Ada Lovelace");
  }

  @Test
  default void of_many_changes_of_one_version_at_once_one_wins() {
    Shop shop = aShop();
    List<ApiAnswer> answers =
        Race.of(16, i -> () -> patch(shop, "\"1\"", "{'name':'Ada " + i + "'}"));
    assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
    answers.stream()
        .filter(answer -> answer.status() != 200)
        .forEach(answer -> Problem.of(answer, 412, "version-conflict"));
    assertThat(customer(shop).path("version").asInt()).isEqualTo(2);
  }

  @Test
  default void a_blocked_customer_places_no_orders_until_unblocked() {
    Shop shop = aShop();
    assertThat(patch(shop, "\"1\"", "{'status':'BLOCKED'}").string("status")).isEqualTo("BLOCKED");
    Problem.of(shop.place(shop.cart()), 422, "customer-not-eligible");
    patch(shop, "\"2\"", "{'status':'ACTIVE'}");
    shop.placed(shop.cart());
  }

  @ParameterizedTest
  @ValueSource(strings = {"GONE", "blocked", ""})
  default void an_unknown_status_is_refused(String status) {
    Shop shop = aShop();
    Problem.of(patch(shop, "\"1\"", "{'status':'" + status + "'}"), 422, "validation-failed")
        .pointingAt("/status");
  }

  @Test
  default void what_is_not_a_callers_to_change_is_refused() {
    Shop shop = aShop();
    for (String member :
        new String[] {"id", "version", "createdAt", "storefront", "storefrontId"}) {
      Problem.of(patch(shop, "\"1\"", "{'" + member + "':'1'}"), 400, "unknown-field")
          .naming(member);
    }
  }
}
