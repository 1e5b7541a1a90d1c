package com.example.teashop;

import io.storefront.orders.Actor;
import io.storefront.orders.CustomerId;
import io.storefront.orders.ExternalReference;
import io.storefront.orders.OrderUseCases;
import io.storefront.orders.Particulars;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.Policies;
import io.storefront.orders.Receipt;
import io.storefront.orders.Sku;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.OrderIds;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.Receipts;
import io.storefront.orders.port.UnfinishedOrders;
import io.storefront.orders.usecase.PlaceOrder;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** The shop: our ports, put together by hand. Thread-safe; keep one. */
public final class TeaShop {
  static final StorefrontId SHOP = new StorefrontId("tea-shop");
  private final OrderUseCases useCases;

  public TeaShop(
      Orders orders,
      UnfinishedOrders unfinished,
      StockRoom stock,
      CardService cards,
      Members members,
      PriceList prices) {
    InstantSource clock = InstantSource.system();
    useCases =
        new OrderUseCases(
            orders,
            unfinished,
            stock,
            cards,
            members,
            prices,
            OrderIds.uuidV7(clock, new SecureRandom()),
            Receipts.NONE,
            clock,
            Policies.DEFAULT);
  }

  /** One line of one product; asked for again with the same cart, it is the same order. */
  public PlaceOrder.Outcome sell(
      String cart, CustomerId member, Sku sku, int units, PaymentToken card) {
    return useCases
        .placeOrder()
        .place(
            new PlaceOrder.Command(
                SHOP,
                member,
                List.of(new PlaceOrder.Line(sku, units, Optional.empty(), List.of(), List.of())),
                Money.parse("EUR 4.90"),
                Particulars.NONE,
                Optional.of(new ExternalReference(cart)),
                Optional.empty(),
                Optional.of(card),
                false,
                new Actor("shop"),
                Receipt.none()));
  }

  /** Finishes what a lost answer or a crash left; let a scheduler call it every second or so. */
  public void tidyUp() {
    useCases.runDueWork().once(100);
  }
}
