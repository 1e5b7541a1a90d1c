package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The bodies of acts, with every node spoilt in every way. */
public interface ActMutationsContract extends ApiContract {

  @ParameterizedTest
  @ValueSource(strings = {"shipment", "carrier event", "refund", "receipt"})
  default void a_mutated_act_is_refused_as_documented_or_is_sound(String name) {
    Life life = Life.shipped(aShop(), 50);
    ActSample act = ActSample.named(name);
    ApiCall call = act.call(life);
    JsonNode body = everything(act);
    for (Mutation mutation : Mutation.of(body)) {
      ApiAnswer answer = operator().send(call.withText(mutation.text()).withKey(Fresh.name("key")));
      String what = mutation.pointer() + " " + mutation.kind() + ": " + answer;
      switch (mutation.kind()) {
        case RETYPED, DUPLICATED, NULLED ->
            Problem.of(answer, 400, "malformed-request").retryable(false);
        case GIVEN_A_SIBLING -> Problem.of(answer, 400, "unknown-field");
        case DROPPED, EMPTIED, ENLARGED ->
            assertThat(answer.status()).as(what).isIn(200, 201, 400, 409, 422);
      }
    }
  }

  private static JsonNode everything(ActSample act) {
    return Json.object(
        switch (act.name()) {
          case "shipment" ->
              "{'lines':[{'lineId':'1','quantity':1}],'carrier':'DHL','trackingNumber':'1'}";
          case "carrier event" ->
              "{'type':'LOST','carrierEventId':'A','occurredAt':'2026-11-25T10:15:00Z'}";
          case "refund" ->
              "{'reason':'X','lines':[{'lineId':'1','quantity':1}],"
                  + "'shipping':{'amount':'0.01','currency':'EUR'},"
                  + "'adjustment':{'amount':'0.01','currency':'EUR'}}";
          default -> act.body();
        });
  }
}
