package com.example.teashop;

import io.storefront.orders.CustomerId;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.Sku;
import io.storefront.orders.usecase.PlaceOrder.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Places an order and says what became of it. Among the tests, because its storage is. */
final class Demo {
  private Demo() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("tea-shop");
    try (StubCardService cards = new StubCardService();
        StockRoom stock = new StockRoom()) {
      Sku tea = new Sku("TEA-01");
      stock.receive(tea, 100);
      TeaShop shop = TeaShopTest.shop(stock, cards, folder);
      Outcome outcome =
          shop.sell("cart-1", new CustomerId("ada"), tea, 2, new PaymentToken("tok_approve"));
      System.out.println(
          switch (outcome) {
            case Outcome.Placed(var order) ->
                "placed "
                    + order.id()
                    + ", "
                    + order.status()
                    + ", "
                    + order.terms().totals().grandTotal();
            case Outcome.Pending(var order) -> "pending " + order.id();
            case Outcome.Existing(var order) -> "placed before: " + order.id();
            case Outcome.Refused(var refusal) -> "refused: " + refusal.code();
            case Outcome.RequestTaken() -> "asked before";
          });
    }
  }
}
