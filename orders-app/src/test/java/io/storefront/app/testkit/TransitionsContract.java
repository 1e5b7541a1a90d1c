package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Holds, and the end that somebody declares. */
public interface TransitionsContract extends ApiContract {
  String HOLD = "{'event':'HOLD','reason':'fraud check'}";
  String RELEASE = "{'event':'RELEASE_HOLD'}";
  String COMPLETE = "{'event':'COMPLETE','reason':'carrier is silent'}";

  @Test
  default void an_order_is_put_on_hold_and_released() {
    Life life = Life.of(aShop(), 1);
    ApiAnswer made = life.done("/transitions", HOLD);
    assertThat(made.string("id")).startsWith(life.id() + ".");
    assertThat(made.string("event")).isEqualTo("HOLD");
    assertThat(made.string("reason")).isEqualTo("fraud check");
    assertThat(made.string("actor")).startsWith("key:");
    assertThat(made.header("Location")).contains(life.path(""));
    assertThat(made.requiredHeader("ETag")).isEqualTo(life.etag());
    JsonNode hold = life.order().path("hold");
    assertThat(hold.path("reason").asString()).isEqualTo("fraud check");
    assertThat(hold.path("since").asString()).isEqualTo(made.string("at"));
    assertThat(hold.path("owner").asString()).isEqualTo(made.string("actor"));
    Life.blocked(life.act("/transitions", HOLD), "on-hold", "CONFIRMED", "ON_HOLD");
    assertThat(life.done("/transitions", RELEASE).string("event")).isEqualTo("RELEASE_HOLD");
    assertThat(life.order().has("hold")).isFalse();
    Life.blocked(
        life.act("/transitions", RELEASE), "transition-not-allowed", "CONFIRMED", "NOT_ON_HOLD");
  }

  @Test
  default void an_order_of_which_everything_is_shipped_is_completed() {
    Life life = Life.of(aShop(), 1);
    Life.blocked(
        life.act("/transitions", COMPLETE),
        "transition-not-allowed",
        "CONFIRMED",
        "NOT_ALL_SHIPPED");
    life.done("/shipments", "{}");
    life.until("/paymentStatus", "CAPTURED");
    ApiAnswer made = life.done("/transitions", COMPLETE);
    assertThat(made.string("event")).isEqualTo("COMPLETE");
    assertThat(made.json().at("/order/status").asString()).isEqualTo("COMPLETED");
    Life.blocked(
        life.act("/transitions", COMPLETE),
        "transition-not-allowed",
        "COMPLETED",
        "ORDER_COMPLETED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|/event",
        "{'event':'SHIP'}|/event",
        "{'event':'HOLD'}|/reason",
        "{'event':'HOLD','reason':''}|/reason",
        "{'event':'COMPLETE','reason':'\\u0000'}|/reason",
      })
  default void a_transition_that_breaks_a_rule_is_refused(String body, String pointer) {
    Life life = Life.of(aShop(), 1);
    Problem.of(life.act("/transitions", body), 422, "validation-failed").pointingAt(pointer);
    String tooLong = "{'event':'HOLD','reason':'" + "x".repeat(101) + "'}";
    Problem.of(life.act("/transitions", tooLong), 422, "validation-failed").pointingAt("/reason");
  }
}
