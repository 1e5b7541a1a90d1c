package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What all acts on orders have in common. */
public interface ActsContract extends ApiContract {

  static Stream<ActSample> acts() {
    return ActSample.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("acts")
  default void an_act_is_done_once_and_answered_again_byte_for_byte(ActSample act) {
    Life life = act.ready(aShop());
    ApiCall call = act.call(life);
    String key = call.headers().get("Idempotency-Key");
    ApiAnswer first = Shop.made(operator().send(call));
    Conventions.holdForPersonalData(first);
    long version = first.json().at("/order/version").asLong();
    assertThat(first.header("ETag")).contains("\"" + version + "\"");
    assertThat(first.string(act.name().equals("carrier event") ? "carrierEventId" : "id"))
        .isNotBlank();
    Replays.expect(first, operator().send(call));
    Replays.expect(first, operator().send(call.withKey("\"" + key + "\"")));
    String settled = life.settled().etag();
    ApiAnswer other = operator().send(call.withText(call.bodyText() + " "));
    Problem.of(other, 422, "idempotency-key-reused");
    assertThat(life.etag()).isEqualTo(settled);
  }

  @ParameterizedTest
  @MethodSource("acts")
  default void of_many_at_once_with_one_key_one_acts_and_all_get_its_answer(ActSample act) {
    Life life = act.ready(aShop());
    ApiCall call = act.call(life);
    List<ApiAnswer> answers = Race.of(4, i -> () -> operator().send(call));
    assertThat(answers).extracting(ApiAnswer::status).containsOnly(201);
    assertThat(answers).extracting(ApiAnswer::text).containsOnly(answers.getFirst().text());
  }

  @ParameterizedTest
  @MethodSource("acts")
  default void an_act_needs_its_scope(ActSample act) {
    Shop shop = aShop();
    String[] others =
        ScopesContract.ALL_OF_A_STOREFRONT.stream()
            .filter(each -> !each.equals(act.scope()))
            .toArray(String[]::new);
    ApiCall call = act.call("ord_1");
    Problem problem = Problem.of(shop.with(others).send(call), 403, "insufficient-scope");
    assertThat(problem.string("requiredScope")).isEqualTo(act.scope());
    Problem.of(shop.with(act.scope()).send(call), 404, "not-found");
  }

  @ParameterizedTest
  @MethodSource("acts")
  default void an_act_on_an_order_that_is_not_there_is_not_found(ActSample act) {
    Shop shop = aShop();
    Life foreign = Life.of(aShop(), 1);
    Caller caller = shop.with(act.scope());
    String unknown = Fresh.unknownId("ord");
    Problem nobodys = Problem.of(caller.send(act.call(unknown)), 404, "not-found");
    Problem others = Problem.of(caller.send(act.call(foreign.id())), 404, "not-found");
    assertThat(others.lasting(foreign.id())).isEqualTo(nobodys.lasting(unknown));
    Problem.of(caller.send(act.call(foreign.id()).withText("{\"nope\":1}")), 400, "unknown-field");
  }

  @Test
  default void a_deleted_order_is_gone_for_every_act() {
    Life life = Life.deleted(aShop());
    for (ActSample act : ActSample.ALL) {
      Problem gone = Problem.of(operator().send(act.call(life.id())), 410, "deleted");
      assertThat(gone.string("deletedAt")).isNotBlank();
    }
    Problem.of(life.patch("", life.etag(), "{'note':'x'}"), 410, "deleted");
    for (String list : new String[] {"/shipments", "/cancellations", "/refunds", "/returns"}) {
      Problem.of(operator().get(life.path(list)), 410, "deleted");
      assertThat(life.items(list + "?includeDeleted=true").isArray()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("acts")
  default void an_act_may_name_the_version_it_is_meant_for(ActSample act) {
    Life life = act.ready(aShop());
    ApiCall call = act.call(life);
    Problem stale =
        Problem.of(operator().send(call.with("If-Match", "\"1\"")), 412, "version-conflict");
    assertThat(stale.json().path("currentVersion").asString())
        .isEqualTo(life.etag().replace("\"", ""));
    Shop.made(operator().send(call.with("If-Match", life.etag())));
  }

  @ParameterizedTest
  @MethodSource("acts")
  default void an_act_is_checked_in_the_order_of_checks(ActSample act) {
    Life life = Life.of(aShop(), 1);
    ApiCall call = act.call(life.id());
    Problem.of(api().send(call), 401, "unauthenticated");
    ApiCall text = call.with("Content-Type", "text/plain").without("Idempotency-Key");
    Problem.of(operator().send(text), 415, "unsupported-media-type");
    ApiCall large = call.withText(" ".repeat(65_537)).withKey("a b");
    Problem.of(operator().send(large), 413, "too-large");
    ApiCall noKey = call.withText("{").without("Idempotency-Key");
    Problem.of(operator().send(noKey), 400, "idempotency-key-missing");
    Problem.of(operator().send(call.withKey("a b")), 400, "idempotency-key-malformed");
    Problem.of(operator().send(call.withText("{")), 400, "malformed-request");
    Problem.of(operator().send(call.withText("{\"x\":null}")), 400, "unknown-field");
    Problem.of(operator().send(call.withTarget(call.target() + "?x=1")), 400, "invalid-parameter");
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /shipments, 'GET, POST'",
    "GET, /shipments/x, PATCH",
    "GET, /shipments/x/events, POST",
    "PUT, /cancellations, 'GET, POST'",
    "GET, /captures, POST",
    "PATCH, /refunds, 'GET, POST'",
    "PUT, /returns, 'GET, POST'",
    "GET, /returns/x/transitions, POST",
    "GET, /returns/x/receipts, POST",
    "GET, /transitions, POST",
    "GET, /restorations, POST",
    "PUT, '', 'DELETE, GET, PATCH'",
  })
  default void a_wrong_method_below_an_order_is_told_the_right_ones(
      String method, String below, String allowed) {
    ApiAnswer answer = api().send(ApiCall.of(method, "/v1/orders/ord_1" + below));
    Problem.of(answer, 405, "method-not-allowed");
    assertThat(answer.requiredHeader("Allow")).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /shipments, orders:fulfil",
    "GET, /cancellations, orders:cancel",
    "GET, /refunds, payments:refund",
    "GET, /returns, orders:fulfil",
    "PATCH, '', orders:write",
    "PATCH, /shipments/x, orders:fulfil",
    "DELETE, '', orders:delete",
    "POST, /restorations, orders:delete",
  })
  default void what_is_no_act_needs_its_scope_too(String method, String below, String scope) {
    Shop shop = aShop();
    String[] others =
        ScopesContract.ALL_OF_A_STOREFRONT.stream()
            .filter(each -> !each.equals(scope))
            .toArray(String[]::new);
    ApiCall call = ApiCall.post("/v1/orders/ord_1" + below, Json.object()).withMethod(method);
    Problem problem = Problem.of(shop.with(others).send(call), 403, "insufficient-scope");
    assertThat(problem.string("requiredScope")).isEqualTo(scope);
    ApiAnswer right = shop.with(scope).send(call);
    if (method.equals("GET")) {
      Problem.of(right, 404, "not-found");
    } else {
      Problem.of(right, 428, "precondition-required");
      Problem.of(shop.with(scope).send(call.with("If-Match", "\"1\"")), 404, "not-found");
    }
  }
}
