package io.storefront.reliability.simulation;

import io.storefront.orders.Actor;
import io.storefront.orders.BroughtAuthorization;
import io.storefront.orders.CustomerId;
import io.storefront.orders.Discount;
import io.storefront.orders.ExternalReference;
import io.storefront.orders.Particulars;
import io.storefront.orders.PaymentMeans;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.ProviderReference;
import io.storefront.orders.Receipt;
import io.storefront.orders.Sku;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.usecase.PlaceOrder.Command;
import io.storefront.orders.usecase.PlaceOrder.Line;
import io.storefront.orders.usecase.PlaceOrder.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * What one client wants.
 *
 * @param key under which it repeats its request
 * @param payer whose token it is; two that send the same request send the same token
 * @param weather what becomes of the calls to the provider for its order, one after the other
 * @param startIn when it asks first
 * @param node whom it asks first
 * @param tries how often it asks before it gives up for now
 */
record Wish(
    String client,
    String key,
    String payer,
    Optional<String> reference,
    List<Goods.Item> items,
    Pay pay,
    Flaw flaw,
    List<Weather> weather,
    Duration startIn,
    int node,
    int tries) {
  static final StorefrontId STOREFRONT = new StorefrontId("testshop");

  /** What shipping costs where anything is to be paid. */
  static final Money SHIPPING = Money.of(Goods.EURO, 4);

  static final CustomerId CUSTOMER = new CustomerId("cus_ada");

  /** What is wrong with a wish. */
  enum Flaw {
    NONE,
    STRANGER,
    UNKNOWN_SKU,
    NO_PRICE,
    OTHER_PRICE,
    OTHER_TOTAL,
    UNPAID,
    DISCOUNT_TOO_HIGH
  }

  /** A wish in fair weather, at once. */
  static Wish of(String client, Pay pay, Goods.Item... items) {
    return new Wish(
        client,
        "key-" + client,
        client,
        Optional.empty(),
        List.of(items),
        pay,
        Flaw.NONE,
        List.of(),
        Duration.ZERO,
        0,
        4);
  }

  Wish by(String other) {
    return new Wish(other, key, payer, reference, items, pay, flaw, weather, startIn, node, tries);
  }

  Wish in(Weather... calls) {
    return new Wish(
        client, key, payer, reference, items, pay, flaw, List.of(calls), startIn, node, tries);
  }

  Wish keyed(String other) {
    return new Wish(
        client, other, payer, reference, items, pay, flaw, weather, startIn, node, tries);
  }

  Wish referenced(String name) {
    return new Wish(
        client, key, payer, Optional.of(name), items, pay, flaw, weather, startIn, node, tries);
  }

  Wish flawed(Flaw other) {
    return new Wish(
        client, key, payer, reference, items, pay, other, weather, startIn, node, tries);
  }

  Wish at(int otherNode, Duration later) {
    return new Wish(
        client, key, payer, reference, items, pay, flaw, weather, later, otherNode, tries);
  }

  Money due() {
    Money goods = Goods.worth(items);
    return goods.isPositive() ? goods.plus(SHIPPING) : goods;
  }

  /** Everything that makes the request what it is, as the body of a request would. */
  String content() {
    return String.join("|", items.toString(), pay.token(payer), flaw.name(), reference.toString());
  }

  Command command(Receipt<Outcome> receipt) {
    boolean paid = flaw != Flaw.UNPAID && due().isPositive();
    return new Command(
        STOREFRONT,
        flaw == Flaw.STRANGER ? new CustomerId("cus_stranger") : CUSTOMER,
        lines(),
        due().isPositive() ? SHIPPING : Money.zero(Goods.EURO),
        Particulars.NONE,
        reference.map(ExternalReference::new),
        flaw == Flaw.OTHER_TOTAL ? Optional.of(Money.of(Goods.EURO, 7)) : Optional.empty(),
        paid ? Optional.of(means()) : Optional.empty(),
        false,
        actor(),
        receipt);
  }

  private PaymentMeans means() {
    String token = pay.token(payer);
    return pay == Pay.BROUGHT
        ? new BroughtAuthorization(new ProviderReference(token))
        : new PaymentToken(token);
  }

  /** Whether there is nothing about it that must be refused. */
  boolean mayStand() {
    return flaw == Flaw.NONE || (flaw == Flaw.UNPAID && due().isZero());
  }

  /** Whether an order for one is an order for the other. */
  boolean isSameAs(Wish other) {
    return key.equals(other.key) && items.equals(other.items);
  }

  /** Whether one wants the same goods as the other. */
  boolean wantsTheSameAs(Wish other) {
    return units().equals(other.units());
  }

  private Map<Goods, Integer> units() {
    return items.stream()
        .collect(Collectors.toMap(Goods.Item::goods, Goods.Item::units, Integer::sum));
  }

  /** Who asks, by which a checker finds whose order it is. */
  Actor actor() {
    return new Actor("key:" + client);
  }

  private List<Line> lines() {
    Stream<Line> flawed =
        switch (flaw) {
          case UNKNOWN_SKU -> Stream.of(line(new Sku("NOTHING"), 1));
          case NO_PRICE -> Stream.of(line(Goods.GEM.sku, 1));
          case OTHER_PRICE ->
              Stream.of(
                  new Line(
                      Goods.TEA.sku,
                      1,
                      Optional.of(Money.of(Goods.EURO, 1)),
                      List.of(),
                      List.of()));
          case DISCOUNT_TOO_HIGH ->
              Stream.of(
                  new Line(
                      Goods.TEA.sku,
                      1,
                      Optional.empty(),
                      List.of(new Discount("SALE", Money.of(Goods.EURO, 99))),
                      List.of()));
          default -> Stream.empty();
        };
    return Stream.concat(items.stream().map(it -> line(it.goods().sku, it.units())), flawed)
        .toList();
  }

  private static Line line(Sku sku, int units) {
    return new Line(sku, units, Optional.empty(), List.of(), List.of());
  }
}
