package io.storefront.app.answers;

import io.storefront.app.problem.Fault;
import io.storefront.app.problem.Problem;
import io.storefront.app.problem.ProblemType;
import io.storefront.app.view.MoneyView;
import io.storefront.app.view.OrderViews;
import io.storefront.orders.OrderId;
import io.storefront.orders.Refusal;
import io.storefront.orders.Shortage;
import io.storefront.orders.Sku;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** How the refusals of the orders domain look. */
public final class Refusals {
  private record PriceView(String sku, MoneyView requested, MoneyView current) {}

  private Refusals() {}

  /** The problem that tells of an order that was deleted then. */
  public static Problem deleted(Instant at) {
    return Problem.of(ProblemType.DELETED, "The order was deleted at " + at + ".")
        .with("deletedAt", at);
  }

  /** The problem that tells of a refusal. */
  public static Problem problem(Refusal refusal) {
    return switch (refusal) {
      case Refusal.Invalid no -> invalid(no);
      case Refusal.CustomerNotEligible no ->
          Problem.of(
              ProblemType.CUSTOMER_NOT_ELIGIBLE,
              "The storefront has no customer with this customerId who may place orders.");
      case Refusal.UnknownSku no -> ofSkus(ProblemType.UNKNOWN_SKU, "Not for sale", no.skus());
      case Refusal.PriceUnavailable no ->
          ofSkus(
              ProblemType.PRICE_UNAVAILABLE, "Without a price in the order's currency", no.skus());
      case Refusal.PriceMismatch no -> priceMismatch(no);
      case Refusal.TotalMismatch no ->
          Problem.of(
                  ProblemType.TOTAL_MISMATCH,
                  "The total is " + no.computedTotal() + ", which is not the expectedTotal.")
              .with("computedTotal", OrderViews.money(no.computedTotal()));
      case Refusal.ExternalReferenceConflict no ->
          Problem.of(
                  ProblemType.EXTERNAL_REFERENCE_CONFLICT,
                  "The order " + no.order() + " has this externalReference and other content.")
              .with("orderId", no.order().value());
      default -> leavingAnOrder(refusal);
    };
  }

  private static Problem leavingAnOrder(Refusal refusal) {
    return switch (refusal) {
      case Refusal.InsufficientInventory no -> shortage(no);
      case Refusal.PaymentDeclined no ->
          ofOrder(
              Problem.of(
                      ProblemType.PAYMENT_DECLINED,
                      "The payment provider declined; the order was rejected.")
                  .with("declineCode", no.declineCode()),
              no.order());
      case Refusal.NotConfirmed no ->
          ofOrder(
              Problem.of(
                      ProblemType.ORDER_NOT_CONFIRMED,
                      "The order ended before it was confirmed: " + no.reason() + ".")
                  .with("reason", no.reason()),
              no.order());
      default -> ActRefusals.problem(refusal);
    };
  }

  private static Problem ofSkus(ProblemType type, String what, List<Sku> skus) {
    return Problem.of(type, what + ": " + listed(skus) + ".").with("skus", texts(skus));
  }

  private static Problem invalid(Refusal.Invalid no) {
    return Problem.of(
        ProblemType.VALIDATION_FAILED,
        no.violations().stream()
            .map(violation -> Fault.at(violation.pointer(), violation.rule()))
            .toList());
  }

  private static Problem priceMismatch(Refusal.PriceMismatch no) {
    List<PriceView> prices =
        no.differences().stream()
            .map(
                difference ->
                    new PriceView(
                        difference.sku().value(),
                        OrderViews.money(difference.requested()),
                        OrderViews.money(difference.current())))
            .toList();
    List<Sku> skus = no.differences().stream().map(Refusal.PriceMismatch.Difference::sku).toList();
    return Problem.of(
            ProblemType.PRICE_MISMATCH,
            "The unitPrice is not the catalogue's: " + listed(skus) + ".")
        .with("prices", prices);
  }

  private static Problem shortage(Refusal.InsufficientInventory no) {
    List<Sku> skus = no.shortages().stream().map(Shortage::sku).toList();
    return ofOrder(
        Problem.of(
                ProblemType.INSUFFICIENT_INVENTORY,
                "Not enough stock of " + listed(skus) + "; the order was rejected.")
            .with("shortages", OrderViews.needs(no.shortages())),
        no.order());
  }

  /** A stored problem must not name the trace of one request, so it names the order's. */
  private static Problem ofOrder(Problem problem, OrderId order) {
    String trace = order.value().substring("ord_".length()).replace("-", "");
    return problem.with("orderId", order.value()).tracedAs(trace);
  }

  private static List<String> texts(List<Sku> skus) {
    return skus.stream().map(Sku::value).toList();
  }

  private static String listed(List<Sku> skus) {
    String all = skus.stream().limit(5).map(Sku::value).collect(Collectors.joining(", "));
    return skus.size() > 5 ? all + " and " + (skus.size() - 5) + " more" : all;
  }
}
