package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money that was taken is given back: for lines, for shipping, or as an adjustment. */
public interface RefundsContract extends ApiContract {
  String FIVE = "{'reason':'GOODWILL','adjustment':{'amount':'5.00','currency':'EUR'}}";

  private static String money(String amount) {
    return "{'amount':'" + amount + "','currency':'EUR'}";
  }

  /** Two units and 4.90 for shipping: 44.70 EUR, all of it captured. */
  private static Life captured(Shop shop) {
    Life life = Life.of(shop, shop.cart().quantity(2).shipping("4.90"));
    life.done("/shipments", "{}");
    return life.captured();
  }

  @Test
  default void a_line_and_shipping_are_given_back() {
    Life life = captured(aShop());
    ApiAnswer made =
        life.done(
            "/refunds",
            "{'reason':'DAMAGED','lines':[{'lineId':'1','quantity':1}],'shipping':"
                + money("4.90")
                + "}");
    assertThat(made.string("id")).startsWith("ref_");
    assertThat(made.string("status")).isEqualTo("PENDING");
    assertThat(made.string("reason")).isEqualTo("DAMAGED");
    assertThat(made.json().path("amount")).isEqualTo(Json.money("24.80", "EUR"));
    assertThat(made.json().path("shipping")).isEqualTo(Json.money("4.90", "EUR"));
    assertThat(made.json().at("/lines/0/quantity").asInt()).isEqualTo(1);
    assertThat(made.header("Location")).contains(life.path("/refunds"));
    life.until("/paymentStatus", "PARTIALLY_REFUNDED");
    assertThat(life.items("/refunds").at("/0/status").asString()).isEqualTo("SUCCEEDED");
    assertThat(life.order().at("/payment/refunded")).isEqualTo(Json.money("24.80", "EUR"));
    assertThat(life.order().at("/lines/0/quantities/returned").asInt()).isZero();
  }

  @Test
  default void refunds_are_repeated_until_all_is_given_back() {
    Life life = captured(aShop());
    life.done("/refunds", FIVE);
    life.done("/refunds", "{'reason':'REST','adjustment':" + money("39.70") + "}");
    life.until("/paymentStatus", "REFUNDED");
    Problem none = Problem.of(life.act("/refunds", FIVE), 422, "refund-exceeds-captured");
    assertThat(none.json().path("maxRefundable")).isEqualTo(Json.money("0.00", "EUR"));
    assertThat(Json.strings(life.items("/refunds"), "reason")).containsExactly("GOODWILL", "REST");
  }

  @Test
  default void of_two_refunds_of_more_than_half_one_is_given() {
    Life life = captured(aShop());
    String most = "{'reason':'RACE','adjustment':" + money("30.00") + "}";
    List<ApiAnswer> answers = Race.of(2, i -> () -> life.act("/refunds", most));
    assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
    Problem no =
        answers.stream()
            .filter(answer -> answer.status() != 201)
            .map(answer -> Problem.of(answer, 422, "refund-exceeds-captured"))
            .findFirst()
            .orElseThrow();
    assertThat(no.json().path("maxRefundable")).isEqualTo(Json.money("14.70", "EUR"));
  }

  @Test
  default void what_was_not_captured_is_not_given_back() {
    Life life = Life.of(aShop(), 1);
    Problem none = Problem.of(life.act("/refunds", FIVE), 422, "refund-exceeds-captured");
    assertThat(none.json().path("maxRefundable")).isEqualTo(Json.money("0.00", "EUR"));
    Life paid = captured(life.shop());
    String shipping = "{'reason':'LATE','shipping':" + money("4.91") + "}";
    Problem.of(paid.act("/refunds", shipping), 422, "refund-exceeds-captured");
    String units = "{'reason':'LATE','lines':[{'lineId':'1','quantity':3}]}";
    Life.blocked(
        paid.act("/refunds", units), "quantity-exceeded", "CONFIRMED", "QUANTITY_EXCEEDED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'reason':'X'}|validation-failed|''",
        "{'adjustment':{'amount':'5.00','currency':'EUR'}}|validation-failed|/reason",
        "{'reason':'','lines':[{'lineId':'1','quantity':1}]}|validation-failed|/reason",
        "{'reason':'X','lines':[{'lineId':'9','quantity':1}]}|validation-failed|/lines/0/lineId",
        "{'reason':'X','adjustment':{'amount':'0.00','currency':'EUR'}}|validation-failed"
            + "|/adjustment",
        "{'reason':'X','adjustment':{'amount':'5','currency':'EUR'}}|invalid-money"
            + "|/adjustment/amount",
        "{'reason':'X','shipping':{'amount':'1.00','currency':'USD'}}|invalid-money"
            + "|/shipping/currency",
      })
  default void a_refund_that_breaks_a_rule_is_refused(String body, String type, String pointer) {
    Life life = captured(aShop());
    Problem.of(life.act("/refunds", body), 422, type).pointingAt(pointer.replace("'", ""));
    assertThat(life.items("/refunds")).isEmpty();
  }
}
