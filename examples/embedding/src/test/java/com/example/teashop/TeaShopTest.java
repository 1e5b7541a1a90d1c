package com.example.teashop;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.CustomerId;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.Sku;
import io.storefront.orders.testkit.InMemoryOrders;
import io.storefront.orders.usecase.PlaceOrder.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TeaShopTest {
  private static final CustomerId ADA = new CustomerId("ada");
  private static final Sku TEA = new Sku("TEA-01");
  private static final PaymentToken CARD = new PaymentToken("tok_approve");

  @TempDir Path folder;

  @Test
  void tea_is_sold_while_there_is_some() throws IOException {
    try (StubCardService cards = new StubCardService();
        StockRoom stock = new StockRoom()) {
      stock.receive(TEA, 3);
      TeaShop shop = shop(stock, cards, folder);

      assertThat(shop.sell("cart-1", ADA, TEA, 2, CARD))
          .isInstanceOfSatisfying(
              Outcome.Placed.class,
              it -> assertThat(it.order().status()).isEqualTo(Lifecycle.CONFIRMED));
      assertThat(shop.sell("cart-2", ADA, TEA, 2, CARD)).isInstanceOf(Outcome.Refused.class);
      assertThat(stock.available(Set.of(TEA))).containsEntry(TEA, 1L);
    }
  }

  @Test
  void a_lost_answer_of_the_card_service_leaves_the_order_pending() throws IOException {
    try (StubCardService cards = new StubCardService();
        StockRoom stock = new StockRoom()) {
      stock.receive(TEA, 3);
      PaymentToken cut = new PaymentToken("tok_cut");

      assertThat(shop(stock, cards, folder).sell("cart-1", ADA, TEA, 1, cut))
          .isInstanceOf(Outcome.Pending.class);
    }
  }

  /** The storage is the testkit's, for tests only. */
  static TeaShop shop(StockRoom stock, StubCardService cards, Path folder) throws IOException {
    InMemoryOrders orders = new InMemoryOrders(InstantSource.system());
    Path members = folder.resolve("members");
    Path prices = folder.resolve("prices");
    Files.write(members, List.of("tea-shop;ada;Ada Lovelace;ada@example.com;active"));
    Files.write(prices, List.of("TEA-01;Tea;EUR 19.90"));
    return new TeaShop(
        orders,
        orders,
        stock,
        new CardService(cards.uri()),
        new Members(members),
        new PriceList(prices));
  }
}
