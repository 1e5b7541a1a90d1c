package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.port.OrderIds;
import io.storefront.orders.port.Receipts;
import io.storefront.orders.testkit.FakePayments;
import io.storefront.orders.testkit.InMemoryCatalog;
import io.storefront.orders.testkit.InMemoryCustomerLookup;
import io.storefront.orders.testkit.InMemoryOrders;
import io.storefront.orders.testkit.InMemoryStock;
import io.storefront.orders.usecase.PlaceOrder;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExampleTest {
  @Test
  void an_order_is_placed_by_hand() {
    // As in the README.
    var clock = InstantSource.system();
    var shop = new StorefrontId("tea-shop");
    var tea = new Sku("TEA-01");
    var stock = new InMemoryStock();
    stock.receive(tea, 100);
    var catalog = new InMemoryCatalog();
    catalog.offer(tea, "Tea", Money.parse("EUR 19.90"));
    var customers = new InMemoryCustomerLookup();
    var ada = customers.allow(shop, "cus_ada");
    var orders = new InMemoryOrders(clock, stock);
    var ids = OrderIds.uuidV7(clock, new SecureRandom());
    var useCases =
        new OrderUseCases(
            orders, // Orders: where orders are kept
            orders, // UnfinishedOrders: the same storage's list of what is left to do
            stock, // StockReservations
            new FakePayments(), // Payments
            customers, // CustomerLookup
            catalog, // ProductCatalog
            ids,
            Receipts.NONE,
            clock,
            Policies.DEFAULT);

    var outcome =
        useCases
            .placeOrder()
            .place(
                new PlaceOrder.Command(
                    shop,
                    ada,
                    List.of(new PlaceOrder.Line(tea, 2, Optional.empty(), List.of(), List.of())),
                    Money.parse("EUR 4.90"),
                    Particulars.NONE,
                    Optional.of(new ExternalReference("WEB-10482")),
                    Optional.of(Money.parse("EUR 44.70")),
                    Optional.of(new PaymentToken("tok_approve")),
                    false,
                    new Actor("web"),
                    Receipt.none()));

    switch (outcome) {
      case PlaceOrder.Outcome.Placed(Order order) ->
          assertThat(order.status()).isEqualTo(Lifecycle.CONFIRMED);
      case PlaceOrder.Outcome.Pending(Order order) ->
          throw new AssertionError("the background finishes " + order.id());
      case PlaceOrder.Outcome.Existing(Order order) ->
          throw new AssertionError("placed before: " + order.id());
      case PlaceOrder.Outcome.Refused(Refusal refusal) -> throw new AssertionError(refusal.code());
      case PlaceOrder.Outcome.RequestTaken() -> throw new AssertionError("asked before");
    }
    useCases.runDueWork().once(100); // from your scheduler, every second or so
  }
}
