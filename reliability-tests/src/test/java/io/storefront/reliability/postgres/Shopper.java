package io.storefront.reliability.postgres;

import io.storefront.app.answers.IdempotencyKey;
import io.storefront.app.answers.KeyedRequest;
import io.storefront.orders.Actor;
import io.storefront.orders.CustomerId;
import io.storefront.orders.ExternalReference;
import io.storefront.orders.Particulars;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.Receipt;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.usecase.PlaceOrder.Command;
import io.storefront.orders.usecase.PlaceOrder.Outcome;
import io.storefront.reliability.provider.Mode;
import io.storefront.reliability.provider.Pay;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Somebody who wants one thing.
 *
 * @param key under which the request is repeated; two that share it send the same request
 * @param payer whose token it is
 * @param modes what becomes of the calls to the provider for the order, one after the other
 * @param startMillis when they ask first
 * @param node whom they ask first
 */
record Shopper(
    String name,
    String key,
    String payer,
    Optional<String> reference,
    List<Goods.Item> items,
    Pay pay,
    List<Mode> modes,
    int startMillis,
    int node) {
  /** Who pays for all of a run. */
  static String customer(String run) {
    return "cus_" + UUID.nameUUIDFromBytes(run.getBytes(StandardCharsets.UTF_8));
  }

  /** The request as a storefront sends it. */
  KeyedRequest request(String run) {
    return KeyedRequest.of(
        run,
        "POST /v1/orders",
        new IdempotencyKey(run + "-" + key),
        List.of(),
        String.join("|", items.toString(), token(run), reference.toString())
            .getBytes(StandardCharsets.UTF_8));
  }

  /** What it asks for. */
  Command command(String run, Receipt<Outcome> receipt) {
    return new Command(
        new StorefrontId(run),
        new CustomerId(customer(run)),
        items.stream().map(item -> item.line(run)).toList(),
        Money.zero(CurrencyUnit.EUR),
        Particulars.NONE,
        reference.map(ExternalReference::new),
        Optional.empty(),
        Optional.of(new PaymentToken(token(run))),
        false,
        new Actor("key:" + name),
        receipt);
  }

  /** What it comes to. */
  Money due() {
    return items.stream()
        .map(item -> item.goods().price.multipliedBy(item.units()))
        .reduce(Money.zero(CurrencyUnit.EUR), Money::plus);
  }

  private String token(String run) {
    return pay.token(run, payer, modes);
  }
}
