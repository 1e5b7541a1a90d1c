package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A dry run tells prices and availability and changes nothing. */
public interface DryRunContract extends ApiContract {
  String PREVIEW = "/v1/orders?dryRun=true";

  private static ApiAnswer preview(Shop shop, Cart cart) {
    ApiCall call = ApiCall.of("POST", PREVIEW).withJson(cart.json());
    return shop.clerk().send(call);
  }

  @Test
  default void a_dry_run_is_the_order_as_it_would_be() {
    Shop shop = aShop();
    Cart cart = shop.cart().quantity(2).discount("SUMMER", "3.98").shipping("4.90");
    ApiAnswer answer = preview(shop, cart);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    Conventions.holdForPersonalData(answer);
    JsonNode preview = answer.json();
    JsonNode placed = shop.placed(cart);
    for (String member :
        new String[] {"totals", "currency", "customerId", "customer", "shipping"}) {
      assertThat(preview.path(member)).as(member).isEqualTo(placed.path(member));
    }
    assertThat(preview.at("/lines/0/total")).isEqualTo(placed.at("/lines/0/total"));
    assertThat(preview.at("/lines/0/name")).isEqualTo(placed.at("/lines/0/name"));
  }

  @Test
  default void a_dry_run_has_no_id_no_version_and_no_status() {
    Shop shop = aShop();
    ApiAnswer answer = preview(shop, shop.cart());
    assertThat(answer.json().propertyNames()).doesNotContain("id", "version", "status");
    assertThat(answer.header("Location")).isEmpty();
    assertThat(answer.header("ETag")).isEmpty();
  }

  @Test
  default void a_dry_run_tells_what_is_available() {
    Shop shop = aShop();
    String other = shop.product(0);
    Cart cart = shop.cart().quantity(3).line(other, 2).line(shop.sku(), 98);
    ApiAnswer answer = preview(shop, cart);
    assertThat(answer.status()).as("short stock is no refusal: %s", answer).isEqualTo(200);
    assertThat(answer.json().path("available"))
        .containsExactlyInAnyOrder(
            Json.object("{'requested':101,'available':100}").put("sku", shop.sku()),
            Json.object("{'requested':2,'available':0}").put("sku", other));
  }

  @Test
  default void a_dry_run_leaves_no_order_and_no_claim() {
    Shop shop = aShop();
    preview(shop, shop.cart().reference("R-1"));
    assertThat(shop.orders("")).isEmpty();
    assertThat(shop.available(shop.sku())).isEqualTo(100);
    shop.placed(shop.cart().reference("R-1"));
  }

  @Test
  default void a_dry_run_neither_looks_up_nor_claims_a_key() {
    Shop shop = aShop();
    String key = Fresh.name("key");
    ApiCall preview = ApiCall.of("POST", PREVIEW).withJson(shop.cart().json()).withKey(key);
    assertThat(shop.clerk().send(preview).status()).isEqualTo(200);

    ApiCall placing = ApiCall.post("/v1/orders", shop.cart().quantity(2).json()).withKey(key);
    Shop.made(shop.clerk().send(placing));

    ApiAnswer again = shop.clerk().send(preview);
    assertThat(again.status()).as("%s", again).isEqualTo(200);
    assertThat(again.header("Idempotent-Replayed")).isNotEqualTo(Optional.of("true"));
  }

  @Test
  default void a_dry_run_is_refused_like_an_order() {
    Shop shop = aShop();
    Problem.of(preview(shop, shop.cart().quantity(0)), 422, "validation-failed");
    Problem.of(preview(shop, shop.cart().line("NO-SUCH-SKU", 1)), 422, "unknown-sku");
    Problem.of(preview(shop, shop.cart().expecting("1.00")), 409, "total-mismatch");
    Problem.of(preview(shop, shop.cart().unitPrice("1.00")), 409, "price-mismatch");
    Cart stranger = Cart.of(Fresh.unknownId("cus"), "EUR").line(shop.sku(), 1);
    Problem.of(preview(shop, stranger.token("tok_approve")), 422, "customer-not-eligible");
  }

  @Test
  default void a_dry_run_asks_no_payment_provider() {
    Shop shop = aShop();
    assertThat(preview(shop, shop.cart().token("tok_decline")).status()).isEqualTo(200);
    assertThat(preview(shop, shop.cart().token("tok_timeout")).status()).isEqualTo(200);
  }

  @Test
  default void dry_run_false_is_an_order_and_anything_else_is_refused() {
    Shop shop = aShop();
    JsonNode cart = shop.cart().json();
    Shop.made(shop.clerk().post("/v1/orders?dryRun=false", cart));
    Problem refused = Problem.of(shop.clerk().post("/v1/orders?dryRun=perhaps", cart));
    assertThat(refused.answer().status()).isIn(400, 422);
    assertThat(shop.orders("")).hasSize(1);
  }
}
