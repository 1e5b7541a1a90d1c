package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Orders that have ended are hidden, and brought back. */
public interface DeletionsContract extends ApiContract {

  private static ApiCall delete(Life life) {
    return ApiCall.of("DELETE", life.path("")).with("If-Match", life.etag());
  }

  @Test
  default void an_order_that_has_ended_is_deleted_and_leaves_the_lists() {
    Shop shop = aShop();
    Life life = Life.cancelled(shop);
    ApiAnswer deleted = life.delete();
    assertThat(deleted.status()).as("%s", deleted).isEqualTo(200);
    assertThat(deleted.string("id")).isEqualTo(life.id());
    String at = deleted.string("deletedAt");
    assertThat(deleted.requiredHeader("ETag")).isEqualTo(life.etag());
    Problem gone = Problem.of(shop.order(life.id()), 410, "deleted").retryable(false);
    assertThat(gone.string("deletedAt")).isEqualTo(at);
    assertThat(shop.orders("")).isEmpty();
    Caller keeper = shop.with("orders:read", "orders:delete");
    assertThat(keeper.get(life.path("?includeDeleted=true")).string("deletedAt")).isEqualTo(at);
    assertThat(keeper.get("/v1/orders?includeDeleted=true").json().path("items")).hasSize(1);
    Problem.of(keeper.get(life.path("")), 410, "deleted");
    Problem.of(shop.order(life.id() + "?includeDeleted=true"), 410, "deleted");
    Problem.of(shop.clerk().get("/v1/orders?includeDeleted=true"), 403, "insufficient-scope");
    Problem.of(shop.operator().send(delete(life)), 410, "deleted");
  }

  @Test
  default void a_deleted_order_is_not_shown_to_whoever_places_it_again() {
    Shop shop = aShop();
    Cart cart = shop.cart().reference(Fresh.name("REF"));
    Life life = Life.of(shop, cart);
    life.done("/cancellations", "{'reason':'CUSTOMER_REQUEST'}");
    life.settled();
    life.delete();
    Problem.of(shop.place(cart), 410, "deleted");
  }

  @Test
  default void a_deleted_order_is_restored() {
    Shop shop = aShop();
    Life life = Life.deleted(shop);
    ApiCall call = life.call("/restorations", "{}").with("If-Match", life.etag());
    ApiAnswer restored = Shop.made(shop.operator().send(call));
    assertThat(restored.string("event")).isEqualTo("RESTORE");
    assertThat(restored.json().at("/order/status").asString()).isEqualTo("CANCELLED");
    assertThat(restored.header("Location")).contains(life.path(""));
    assertThat(shop.order(life.id()).json().propertyNames()).doesNotContain("deletedAt");
    assertThat(shop.orders("")).hasSize(1);
    Replays.expect(restored, shop.operator().send(call));
    Life.blocked(life.restore(), "transition-not-allowed", "CANCELLED", "NOT_DELETED");
  }

  @Test
  default void a_restoration_needs_no_body() {
    Life life = Life.deleted(aShop());
    ApiCall call =
        ApiCall.of("POST", life.path("/restorations"))
            .with("If-Match", life.etag())
            .withKey(Fresh.name("key"));
    Shop.made(operator().send(call));
  }

  @Test
  default void a_live_order_is_not_deleted() {
    Shop shop = aShop();
    Life confirmed = Life.of(shop, 1);
    Life.blocked(confirmed.delete(), "not-terminal", "CONFIRMED", "NOT_TERMINAL");
    Life pending = new Life(shop, shop.place(shop.cart().token("tok_action")).string("id"));
    Life.blocked(pending.delete(), "not-terminal", "PENDING", "NOT_TERMINAL");
  }

  @Test
  default void a_rejected_order_is_deleted_too() {
    Shop shop = aShop();
    Problem declined =
        Problem.of(shop.place(shop.cart().token("tok_decline")), 402, "payment-declined");
    Life life = new Life(shop, declined.string("orderId"));
    assertThat(life.delete().status()).isEqualTo(200);
  }

  @Test
  default void deleting_and_restoring_need_the_version() {
    Life life = Life.cancelled(aShop());
    Problem.of(operator().delete(life.path("")), 428, "precondition-required");
    Problem stale =
        Problem.of(
            operator().send(delete(life).with("If-Match", "\"1\"")), 412, "version-conflict");
    assertThat(stale.json().path("currentVersion").asString())
        .isEqualTo(life.etag().replace("\"", ""));
    life.delete();
    ApiCall restore = life.call("/restorations", "{}");
    Problem.of(operator().send(restore), 428, "precondition-required");
    Problem.of(operator().send(restore.with("If-Match", "\"1\"")), 412, "version-conflict");
  }
}
