package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.app.access.StorefrontQueue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders that come by queue. */
public interface IntakeContract extends ApiContract {
  /** The queues that the application under test looks at. */
  Mailboxes mailboxes();

  /** The queue of a storefront that may not send prices. */
  StorefrontQueue queue();

  /** The queue of a storefront that may. */
  StorefrontQueue pricing();

  /** Has everything in the queue looked at once, or waits until somebody has. */
  void work(StorefrontQueue queue);

  default Shop shop(StorefrontQueue queue) {
    return Shop.open(api(), operatorKey(), queue.storefront().value());
  }

  @Test
  default void an_order_that_comes_by_queue_is_as_one_that_is_posted() {
    Shop shop = shop(queue());
    String reference = Fresh.name("ref");
    send(queue(), Fresh.name("msg"), shop.cart().reference(reference).json());

    JsonNode order = only(shop, reference);
    assertThat(order.path("status").asString()).isEqualTo("CONFIRMED");
    assertThat(order.at("/totals/grandTotal/amount").asString()).isEqualTo("19.90");
    assertThat(shop.available(shop.sku())).isEqualTo(99);
    assertThat(mailboxes().waiting(queue())).isZero();
    JsonNode timeline =
        shop.clerk().get("/v1/orders/" + order.path("id").asString() + "/timeline").json();
    assertThat(timeline.at("/items/0/actor").asString()).isEqualTo("queue:" + queue().name());
  }

  @Test
  default void a_message_that_comes_again_is_the_same_order() {
    Shop shop = shop(queue());
    ObjectNode body = shop.cart().json();
    String id = Fresh.name("msg");
    for (int i = 0; i < 3; i++) {
      send(queue(), id, body);
    }
    assertThat(orders(shop, "")).hasSize(1);
    assertThat(shop.available(shop.sku())).isEqualTo(99);
    assertThat(mailboxes().waiting(queue())).isZero();
    assertThat(mailboxes().buried(queue())).isEmpty();
  }

  @Test
  default void a_message_and_a_request_with_its_id_for_a_key_are_one_order() {
    Shop shop = shop(queue());
    ObjectNode body = shop.cart().json();
    String id = Fresh.name("msg");
    Shop.made(shop.clerk().send(ApiCall.post("/v1/orders", body).withKey(id)));
    send(queue(), id, body);
    assertThat(orders(shop, "")).hasSize(1);
    assertThat(mailboxes().buried(queue())).isEmpty();
  }

  @Test
  default void an_id_that_was_used_for_another_order_is_refused() {
    Shop shop = shop(queue());
    String id = Fresh.name("msg");
    send(queue(), id, shop.cart().json());
    send(queue(), id, shop.cart().quantity(2).json());
    assertThat(orders(shop, "")).hasSize(1);
    assertThat(onlyProblem(queue())).contains("/idempotency-key-reused\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          specversion | '0.3'                       | /specversion | must be 1.0, but is
          type        | 'order.cancelled.v1'        | /type        | must be order.placement.req
          source      | '/v1/storefronts/another'   | /source      | must be /v1/storefronts/
          id          | ''                          | /id          | must be 1 to 255 visible
          id          | 'a b'                       | /id          | must be 1 to 255 visible
          id          | 7                           | /id          | must be a string
          data        | []                          | /data        | must be an object
          datacontenttype | 'text/xml'              | /datacontenttype | must be application/json
          """)
  default void an_envelope_that_is_not_as_it_must_be_is_refused_by_name(
      String attribute, String value, String pointer, String rule) {
    Shop shop = shop(queue());
    ObjectNode event = event(queue(), Fresh.name("msg"), shop.cart().json());
    event.set(attribute, Json.read(value.replace('\'', '"')));
    put(queue(), event.toString());
    assertThat(onlyProblem(queue())).contains("\"" + pointer + "\"", rule);
    assertThat(orders(shop, "")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"specversion", "type", "source", "id", "data"})
  default void an_envelope_without_an_attribute_that_it_needs_is_refused(String attribute) {
    Shop shop = shop(queue());
    ObjectNode event = event(queue(), Fresh.name("msg"), shop.cart().json());
    event.remove(attribute);
    put(queue(), event.toString());
    assertThat(onlyProblem(queue())).contains("/" + attribute, "is required");
  }

  @Test
  default void attributes_of_ones_own_and_the_optional_ones_are_let_through() {
    Shop shop = shop(queue());
    ObjectNode event = event(queue(), Fresh.name("msg"), shop.cart().json());
    event.put("datacontenttype", "application/json").put("time", "2026-01-01T00:00:00Z");
    event.put("subject", "cart-7").put("partitionkey", "k").put("sampledrate", 7);
    event.putNull("dataschema");
    put(queue(), event.toString());
    event.put("id", Fresh.name("msg")).putNull("datacontenttype").putNull("subject");
    put(queue(), event.toString());
    assertThat(orders(shop, "")).hasSize(2);
    assertThat(mailboxes().buried(queue())).isEmpty();
  }

  @Test
  default void what_is_refused_lies_with_its_problem_in_the_dead_letters_and_holds_up_nobody() {
    Shop shop = shop(queue());
    String good = Fresh.name("msg");
    List<String> bad =
        List.of(
            "not JSON at all",
            event(queue(), Fresh.name("msg"), shop.cart().reference("\uffff\u0007").json())
                .toString()
                .replace("\uffff", "\\uffff"),
            event(queue(), Fresh.name("msg"), shop.cart().line("NO-SUCH", 1).json()).toString(),
            event(queue(), Fresh.name("msg"), shop.cart().without("currency").json()).toString());
    mailboxes().put(queue(), bad.get(0));
    mailboxes().put(queue(), bad.get(1));
    mailboxes().put(queue(), event(queue(), good, shop.cart().json()).toString());
    mailboxes().put(queue(), bad.get(2));
    mailboxes().put(queue(), bad.get(3));
    work(queue());

    assertThat(orders(shop, "")).hasSize(1);
    assertThat(mailboxes().waiting(queue())).isZero();
    List<Mailboxes.Buried> buried = mailboxes().buried(queue());
    assertThat(buried).extracting(Mailboxes.Buried::body).containsExactlyInAnyOrderElementsOf(bad);
    assertThat(buried)
        .extracting(it -> Json.read(it.problem()).path("type").asString().replaceAll(".*/", ""))
        .containsExactlyInAnyOrder(
            "malformed-request", "validation-failed", "unknown-sku", "validation-failed");
    assertThat(buried)
        .allSatisfy(
            it -> assertThat(Json.read(it.problem()).path("traceId").asString()).hasSize(32));
  }

  @Test
  default void data_that_would_be_too_large_for_a_request_is_refused() {
    Shop shop = shop(queue());
    Cart cart = shop.cart();
    for (int i = 0; i < 2_000; i++) {
      cart.line(shop.sku(), 1);
    }
    send(queue(), Fresh.name("msg"), cart.json());
    assertThat(orders(shop, "")).isEmpty();
    assertThat(onlyProblem(queue())).contains("/too-large\"", "65536");
  }

  @Test
  default void what_ends_as_a_rejected_order_is_done_and_no_dead_letter() {
    Shop shop = shop(queue());
    send(queue(), Fresh.name("msg"), shop.cart().token("tok_decline").json());
    send(queue(), Fresh.name("msg"), shop.cart().quantity(101).json());
    assertThat(orders(shop, "&status=REJECTED")).hasSize(2);
    assertThat(shop.available(shop.sku())).isEqualTo(100);
    assertThat(mailboxes().buried(queue())).isEmpty();
    assertThat(mailboxes().waiting(queue())).isZero();
  }

  @Test
  default void an_order_whose_payment_is_unknown_has_come_in() {
    Shop shop = shop(queue());
    send(queue(), Fresh.name("msg"), shop.cart().token("tok_timeout").json());
    assertThat(orders(shop, "")).hasSize(1);
    assertThat(mailboxes().waiting(queue())).isZero();
  }

  @Test
  default void only_a_queue_that_may_send_prices_can_change_them() {
    Shop shop = shop(queue());
    send(queue(), Fresh.name("msg"), shop.cart().unitPrice("1.00").json());
    assertThat(orders(shop, "")).isEmpty();
    assertThat(onlyProblem(queue())).contains("/price-mismatch\"");

    Shop partner = shop(pricing());
    String reference = Fresh.name("ref");
    send(
        pricing(), Fresh.name("msg"), partner.cart().unitPrice("1.00").reference(reference).json());
    assertThat(only(partner, reference).at("/totals/grandTotal/amount").asString())
        .isEqualTo("1.00");
  }

  /** Other tests share the storefront, but not its customer. */
  private static JsonNode orders(Shop shop, String query) {
    return shop.orders("&customerId=" + shop.customer() + query);
  }

  private String onlyProblem(StorefrontQueue queue) {
    List<Mailboxes.Buried> buried = mailboxes().buried(queue);
    assertThat(buried).hasSize(1);
    assertThat(mailboxes().waiting(queue)).isZero();
    return buried.getFirst().problem();
  }

  private static JsonNode only(Shop shop, String reference) {
    JsonNode found = orders(shop, "&externalReference=" + reference);
    assertThat(found).hasSize(1);
    return shop.order(found.get(0).path("id").asString()).json();
  }

  private void send(StorefrontQueue queue, String id, ObjectNode body) {
    put(queue, event(queue, id, body).toString());
  }

  private void put(StorefrontQueue queue, String message) {
    mailboxes().put(queue, message);
    work(queue);
  }

  private static ObjectNode event(StorefrontQueue queue, String id, ObjectNode body) {
    ObjectNode event =
        Json.object("{'specversion':'1.0','type':'order.placement.requested.v1'}")
            .put("id", id)
            .put("source", "/v1/storefronts/" + queue.storefront());
    event.set("data", body);
    return event;
  }
}
