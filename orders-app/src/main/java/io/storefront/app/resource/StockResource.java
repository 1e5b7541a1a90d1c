package io.storefront.app.resource;

import io.storefront.app.access.Scope;
import io.storefront.app.answers.Answer;
import io.storefront.app.answers.KeyedRequest;
import io.storefront.app.answers.Replays;
import io.storefront.app.answers.Replies;
import io.storefront.app.json.Findings;
import io.storefront.app.json.JsonObject;
import io.storefront.app.json.JsonValue;
import io.storefront.app.json.StrictJson;
import io.storefront.app.problem.Problem;
import io.storefront.app.problem.ProblemType;
import io.storefront.app.problem.Refused;
import io.storefront.app.view.Views;
import io.storefront.inventory.Adjustment;
import io.storefront.inventory.Sku;
import io.storefront.inventory.StockLevel;
import io.storefront.inventory.port.Products;
import io.storefront.inventory.port.StockItems;
import io.storefront.inventory.usecase.AdjustStock;
import io.storefront.inventory.usecase.AdjustStock.Outcome;
import java.util.List;
import java.util.Optional;

/** Stock, and its adjustments. */
public final class StockResource {
  private static final long RECORD_VERSION = 1;

  private final AdjustStock adjustStock;
  private final Products products;
  private final StockItems stock;
  private final Replays replays;

  private record Wanted(int quantity, String reason, Optional<String> note) {}

  /** With what it needs. */
  public StockResource(
      AdjustStock adjustStock, Products products, StockItems stock, Replays replays) {
    this.adjustStock = adjustStock;
    this.products = products;
    this.stock = stock;
    this.replays = replays;
  }

  /** What it offers. */
  public List<Route> routes() {
    return List.of(
        Route.post("/v1/products/{sku}/stock-adjustments", Scope.INVENTORY_WRITE, this::adjust),
        Route.get("/v1/products/{sku}/stock", Scope.INVENTORY_READ, this::get));
  }

  private Answer get(Call call) {
    call.query().allow();
    return stock
        .level(ProductsResource.sku(call))
        .map(level -> Replies.json(200, Views.of(level)))
        .orElseThrow(() -> Call.notFound("product"));
  }

  private Answer adjust(Call call) {
    call.query().allow();
    Findings findings = new Findings();
    Wanted wanted = StrictJson.read(call.body(), findings, StockResource::read);
    KeyedRequest request = call.keyedRequest();
    return replays.once(
        request,
        () -> {
          Sku sku = ProductsResource.sku(call);
          if (products.find(sku).isEmpty()) {
            throw Call.notFound("product");
          }
          findings.refuseInvalid();
          return adjusted(sku, wanted, request);
        });
  }

  private Optional<Answer> adjusted(Sku sku, Wanted wanted, KeyedRequest request) {
    Outcome outcome =
        adjustStock.adjust(
            new AdjustStock.Command(
                sku,
                wanted.quantity(),
                wanted.reason(),
                wanted.note(),
                adjusted -> request.answered(answer(adjusted))));
    return switch (outcome) {
      case Outcome.Adjusted adjusted -> Optional.of(answer(adjusted));
      case Outcome.UnknownSku no -> throw Call.notFound("product");
      case Outcome.BelowReserved(StockLevel level) ->
          refused(
              request,
              exceeded("Not more than the units that are available can be taken away.", level));
      case Outcome.AboveLimit(StockLevel level) ->
          refused(
              request,
              exceeded("On hand must be at most " + StockLevel.MAX_ON_HAND + " units.", level));
      case Outcome.RequestTaken no -> Optional.empty();
    };
  }

  /** Empty when the same request came first, which may be the very reason of the refusal. */
  private Optional<Answer> refused(KeyedRequest request, Refused refusal) {
    if (replays.stored(request).isPresent()) {
      return Optional.empty();
    }
    throw refusal;
  }

  private static Answer answer(Outcome.Adjusted adjusted) {
    return Replies.json(201, Views.of(adjusted.adjustment(), adjusted.level()), RECORD_VERSION);
  }

  private static Refused exceeded(String detail, StockLevel level) {
    return new Refused(
        Problem.of(ProblemType.QUANTITY_EXCEEDED, detail).with("stock", Views.of(level)));
  }

  private static Wanted read(JsonObject body) {
    return new Wanted(
        quantity(body.required("quantity")),
        body.required("reason").text(Adjustment.MAX_REASON),
        body.optional("note").map(value -> value.text(Adjustment.MAX_NOTE)));
  }

  private static int quantity(JsonValue value) {
    int quantity = value.integer(-Adjustment.MAX_QUANTITY, Adjustment.MAX_QUANTITY);
    if (quantity == 0) {
      value.invalid("must not be 0");
    }
    return quantity;
  }
}
