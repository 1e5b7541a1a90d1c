package io.storefront.app.resource;

import io.storefront.app.access.Caller;
import io.storefront.app.access.Scope;
import io.storefront.orders.CustomerId;
import io.storefront.orders.ExternalReference;
import io.storefront.orders.Particulars;
import io.storefront.orders.PaymentMeans;
import io.storefront.orders.Receipt;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.usecase.PlaceOrder;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The body of a request to place an order, as it was read.
 *
 * @param customerId as sent; it may be no id at all, and is then an unknown customer's
 * @param currency empty where it was none, which stands among the findings
 */
record Placement(
    Optional<ExternalReference> reference,
    String customerId,
    Optional<CurrencyUnit> currency,
    List<PlaceOrder.Line> lines,
    Money shippingPrice,
    Particulars particulars,
    Optional<Money> expectedTotal,
    Optional<? extends PaymentMeans> payment) {
  /** What is wanted of the use case; only to be called once nothing is wrong with the body. */
  PlaceOrder.Command command(
      StorefrontId storefront, Caller caller, Receipt<PlaceOrder.Outcome> receipt) {
    return new PlaceOrder.Command(
        storefront,
        new CustomerId(customerId),
        lines,
        shippingPrice,
        particulars,
        reference,
        expectedTotal,
        payment,
        caller.has(Scope.ORDERS_PRICE),
        caller.actor(),
        receipt);
  }
}
