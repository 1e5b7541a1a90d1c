package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What may be changed of an order after it was placed. */
public interface AmendmentsContract extends ApiContract {

  private static Life placed(Shop shop) {
    Cart cart =
        shop.cart()
            .shipping("4.90")
            .address()
            .set("note", Json.read("\"ring twice\""))
            .set("contact", Json.object("{'name':'Bob','phone':'1'}"))
            .set("metadata", Json.object("{'a':'1','b':'2'}"));
    return Life.of(shop, cart);
  }

  @Test
  default void a_patch_is_merged_into_the_order() {
    Life life = placed(aShop());
    ApiAnswer changed =
        life.patch(
            "",
            life.etag(),
            "{'shippingAddress':{'city':'Bremen','line2':'Hof'},'shippingMethod':'UPS',"
                + "'contact':{'phone':null,'email':'b@example.com'},'metadata':{'a':null,'c':''}}");
    assertThat(changed.status()).as("%s", changed).isEqualTo(200);
    JsonNode order = changed.json();
    assertThat(order.at("/shipping/address/city").asString()).isEqualTo("Bremen");
    assertThat(order.at("/shipping/address/line1").asString()).isEqualTo("Kai 7");
    assertThat(order.at("/shipping/address/line2").asString()).isEqualTo("Hof");
    assertThat(order.at("/shipping/method").asString()).isEqualTo("UPS");
    assertThat(order.path("contact"))
        .isEqualTo(Json.object("{'name':'Bob','email':'b@example.com'}"));
    assertThat(order.path("metadata")).isEqualTo(Json.object("{'b':'2','c':''}"));
    assertThat(order.path("note").asString()).isEqualTo("ring twice");
    assertThat(changed.requiredHeader("ETag")).isEqualTo(life.etag());
    assertThat(life.order()).isEqualTo(order);
  }

  @Test
  default void null_removes() {
    Life life = placed(aShop());
    JsonNode order =
        life.patch(
                "",
                life.etag(),
                "{'note':null,'contact':null,'metadata':null,'shippingMethod':null}")
            .json();
    assertThat(order.propertyNames()).doesNotContain("note", "contact", "metadata");
    assertThat(order.path("shipping").propertyNames()).doesNotContain("method");
  }

  @Test
  default void what_changes_nothing_makes_no_version() {
    Life life = placed(aShop());
    String before = life.etag();
    ApiAnswer same = life.patch("", before, "{'note':'ring twice'}");
    assertThat(same.status()).as("%s", same).isEqualTo(200);
    assertThat(same.requiredHeader("ETag")).isEqualTo(before);
  }

  @Test
  default void address_and_method_stay_once_something_was_shipped() {
    Life life = placed(aShop());
    life.done("/shipments", "{}");
    life.captured();
    for (String body :
        new String[] {"{'shippingAddress':{'city':'Bremen'}}", "{'shippingMethod':'UPS'}"}) {
      Life.blocked(
          life.patch("", life.etag(), body), "already-shipped", "CONFIRMED", "ALREADY_SHIPPED");
    }
    ApiAnswer note = life.patch("", life.etag(), "{'note':'left at the door'}");
    assertThat(note.string("note")).isEqualTo("left at the door");
  }

  @Test
  default void of_two_patches_of_one_version_one_wins() {
    Life life = placed(aShop());
    String version = life.etag();
    List<ApiAnswer> answers =
        Race.of(2, i -> () -> life.patch("", version, "{'note':'" + i + "'}"));
    assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
    answers.stream()
        .filter(answer -> answer.status() != 200)
        .forEach(answer -> Problem.of(answer, 412, "version-conflict"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'note':''}|422|validation-failed|/note",
        "{'shippingMethod':' '}|422|validation-failed|/shippingMethod",
        "{'shippingAddress':{'country':'Germany'}}|422|validation-failed|/shippingAddress/country",
        "{'shippingAddress':{'city':null}}|422|validation-failed|/shippingAddress/city",
        "{'contact':{'phone':''}}|422|validation-failed|/contact/phone",
        "{'metadata':{'':'x'}}|422|validation-failed|/metadata",
        "{'metadata':{'a':1}}|400|malformed-request|/metadata/a",
        "{'status':'COMPLETED'}|400|unknown-field|/status",
        "{'lines':[]}|400|unknown-field|/lines",
        "{'contact':{'fax':'1'}}|400|unknown-field|/contact/fax",
      })
  default void a_patch_that_breaks_a_rule_is_refused(
      String body, int status, String type, String pointer) {
    Life life = placed(aShop());
    String before = life.etag();
    Problem.of(life.patch("", before, body), status, type).pointingAt(pointer);
    assertThat(life.etag()).isEqualTo(before);
  }

  @Test
  default void metadata_comes_to_twenty_entries_at_most() {
    Life life = placed(aShop());
    StringBuilder many = new StringBuilder("{'metadata':{'k0':'x'");
    for (int i = 1; i < 19; i++) {
      many.append(",'k").append(i).append("':'x'");
    }
    Problem.of(life.patch("", life.etag(), many + "}}"), 422, "validation-failed")
        .pointingAt("/metadata");
    ApiAnswer fits = life.patch("", life.etag(), many + ",'a':null}}");
    assertThat(fits.json().path("metadata")).hasSize(20);
  }
}
