package io.storefront.app.resource;

import io.storefront.app.access.Scope;
import io.storefront.app.access.Storefront;
import io.storefront.app.answers.Answer;
import io.storefront.app.answers.Placements;
import io.storefront.app.answers.Refusals;
import io.storefront.app.answers.Replies;
import io.storefront.app.json.Findings;
import io.storefront.app.json.StrictJson;
import io.storefront.app.problem.Refused;
import io.storefront.app.view.OrderViews;
import io.storefront.orders.CustomerId;
import io.storefront.orders.ExternalReference;
import io.storefront.orders.Receipt;
import io.storefront.orders.Refusal;
import io.storefront.orders.usecase.PlaceOrder;
import io.storefront.orders.usecase.PreviewOrder;
import java.util.List;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/** Placing orders, and saying what an order would be. */
public final class PlacingResource {
  private static final String DRY_RUN = "dryRun";

  private final Placements placements;
  private final PreviewOrder preview;
  private final StorefrontChoice storefronts;

  /** With what it needs. */
  public PlacingResource(
      Placements placements, PreviewOrder preview, StorefrontChoice storefronts) {
    this.placements = placements;
    this.preview = preview;
    this.storefronts = storefronts;
  }

  /** What it offers. */
  public List<Route> routes() {
    return List.of(
        Route.post("/v1/orders", Scope.ORDERS_WRITE, this::handle)
            .keyedIf(query -> !query.flag(DRY_RUN)));
  }

  private Answer handle(Call call) {
    call.query().allow("storefront", DRY_RUN);
    String storefront = storefronts.named(call);
    Findings findings = new Findings();
    Placement placement = StrictJson.read(call.body(), findings, PlacementReader::read);
    if (call.query().flag(DRY_RUN)) {
      return previewed(command(call, storefront, placement, findings, Receipt.none()));
    }
    return placements.once(
        call.keyedRequest(storefront),
        receipt -> command(call, storefront, placement, findings, receipt));
  }

  private PlaceOrder.Command command(
      Call call,
      String named,
      Placement placement,
      Findings findings,
      Receipt<PlaceOrder.Outcome> receipt) {
    Storefront storefront = storefronts.existing(named);
    placement.currency().ifPresent(currency -> requireTaken(storefront, currency, findings));
    findings.refuseInvalid();
    if (!CustomerId.isWellFormed(placement.customerId())) {
      throw new Refused(Refusals.problem(new Refusal.CustomerNotEligible()));
    }
    return placement.command(storefront.id(), call.caller(), receipt);
  }

  private static void requireTaken(
      Storefront storefront, CurrencyUnit currency, Findings findings) {
    if (!storefront.currencies().contains(currency)) {
      String taken =
          storefront.currencies().stream()
              .map(CurrencyUnit::getCode)
              .collect(Collectors.joining(", "));
      findings.invalidMoney(
          "/currency", "must be one that the storefront takes (" + taken + "), but is " + currency);
    }
  }

  private Answer previewed(PlaceOrder.Command command) {
    return switch (preview.preview(command)) {
      case PreviewOrder.Outcome.Refused(Refusal refusal) ->
          throw new Refused(Refusals.problem(refusal));
      case PreviewOrder.Outcome.Previewed seen ->
          Replies.json(
              200,
              OrderViews.preview(
                  command.reference().map(ExternalReference::value),
                  seen.customer(),
                  seen.lines(),
                  seen.totals(),
                  seen.particulars(),
                  seen.stock()));
    };
  }
}
