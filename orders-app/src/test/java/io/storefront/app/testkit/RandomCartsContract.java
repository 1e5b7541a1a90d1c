package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Any valid set of lines, discounts, taxes and shipping sums exactly. */
public interface RandomCartsContract extends ApiContract {
  int CARTS = 25;
  int MAX_LINES = 8;

  @ParameterizedTest
  @CsvSource({"EUR, 2, 19.90", "JPY, 0, 2500", "KWD, 3, 6.125"})
  default void any_cart_sums_exactly(String currency, int decimals, String price) {
    long seed = Long.getLong("suite.seed", System.nanoTime());
    System.out.println("any_cart_sums_exactly " + currency + ": -Dsuite.seed=" + seed);
    SplittableRandom random = new SplittableRandom(seed);
    Shop shop = aShop();
    for (int i = 0; i < CARTS; i++) {
      RandomCart made = new RandomCart(shop, currency, decimals, new BigDecimal(price), random);
      ApiAnswer answer = shop.clerk().post("/v1/orders?dryRun=true", made.cart.json());
      assertThat(answer.status()).as("seed %s, cart %s: %s", seed, i, answer).isEqualTo(200);
      made.check(answer.json());
    }
  }

  /** A cart and what it must come to, counted here in the plainest way. */
  final class RandomCart {
    private final Cart cart;
    private final String currency;
    private final int decimals;
    private final SplittableRandom random;
    private final Map<String, BigDecimal> sums = new HashMap<>();

    RandomCart(
        Shop shop, String currency, int decimals, BigDecimal price, SplittableRandom random) {
      this.currency = currency;
      this.decimals = decimals;
      this.random = random;
      cart = Cart.of(shop.customer(), currency).token("tok_approve");
      int lines = 1 + random.nextInt(MAX_LINES);
      for (int i = 0; i < lines; i++) {
        addLine(shop.sku(), price);
      }
      if (random.nextBoolean()) {
        BigDecimal shipping = upTo(price);
        cart.shipping(shipping.toPlainString());
        count("shipping", shipping);
      }
      cart.expecting(grandTotal().toPlainString());
    }

    private void addLine(String sku, BigDecimal price) {
      int quantity = 1 + random.nextInt(10);
      cart.line(sku, quantity);
      BigDecimal left = price.multiply(BigDecimal.valueOf(quantity));
      count("lines", left);
      for (int i = random.nextInt(3); i > 0; i--) {
        BigDecimal discount = upTo(left);
        left = left.subtract(discount);
        cart.discount("D" + i, discount.toPlainString());
        count("discount", discount);
      }
      for (int i = random.nextInt(3); i > 0; i--) {
        addTax(left, BigDecimal.valueOf(random.nextInt(25), 2), random.nextBoolean());
      }
    }

    private void addTax(BigDecimal base, BigDecimal rate, boolean included) {
      BigDecimal share = base.multiply(rate);
      BigDecimal amount =
          included
              ? share.divide(BigDecimal.ONE.add(rate), decimals, RoundingMode.HALF_UP)
              : share.setScale(decimals, RoundingMode.HALF_UP);
      cart.tax(rate.toPlainString(), included, amount.toPlainString());
      count(included ? "taxIncluded" : "taxAdded", amount);
    }

    private BigDecimal upTo(BigDecimal limit) {
      long units = limit.movePointRight(decimals).longValueExact();
      return BigDecimal.valueOf(random.nextLong(units + 1), decimals);
    }

    private void count(String what, BigDecimal amount) {
      sums.merge(what, amount, BigDecimal::add);
    }

    private BigDecimal sum(String what) {
      return sums.getOrDefault(what, BigDecimal.ZERO.setScale(decimals));
    }

    private BigDecimal grandTotal() {
      return sum("lines").subtract(sum("discount")).add(sum("shipping")).add(sum("taxAdded"));
    }

    void check(JsonNode order) {
      for (String what :
          new String[] {"lines", "discount", "shipping", "taxIncluded", "taxAdded"}) {
        assertThat(order.at("/totals/" + what))
            .as("%s of %s", what, cart.json())
            .isEqualTo(Json.money(sum(what).toPlainString(), currency));
      }
      assertThat(order.at("/totals/grandTotal"))
          .as("grandTotal of %s", cart.json())
          .isEqualTo(Json.money(grandTotal().toPlainString(), currency));
    }
  }
}
