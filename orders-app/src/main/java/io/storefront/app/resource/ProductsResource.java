package io.storefront.app.resource;

import io.storefront.app.access.Scope;
import io.storefront.app.answers.Answer;
import io.storefront.app.answers.Replies;
import io.storefront.app.json.Findings;
import io.storefront.app.json.JsonObject;
import io.storefront.app.json.JsonValue;
import io.storefront.app.json.MoneyReader;
import io.storefront.app.json.StrictJson;
import io.storefront.app.view.Views;
import io.storefront.inventory.Product;
import io.storefront.inventory.Sku;
import io.storefront.inventory.port.Products;
import io.storefront.inventory.usecase.PutProduct;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The catalogue. */
public final class ProductsResource {
  private static final String PRODUCT = "/v1/products/{sku}";

  private final PutProduct putProduct;
  private final Products products;
  private final Cursors cursors;

  private record Wanted(String name, List<Money> unitPrices, boolean active) {}

  /** With what it needs. */
  public ProductsResource(PutProduct putProduct, Products products, Cursors cursors) {
    this.putProduct = putProduct;
    this.products = products;
    this.cursors = cursors;
  }

  /** What it offers. */
  public List<Route> routes() {
    return List.of(
        Route.put(PRODUCT, Scope.INVENTORY_WRITE, this::put),
        Route.get(PRODUCT, Scope.INVENTORY_READ, this::get),
        Route.get("/v1/products", Scope.INVENTORY_READ, this::list));
  }

  /** The SKU in the path; what is no SKU is an unknown one. */
  static Sku sku(Call call) {
    String text = call.variable("sku");
    if (!io.storefront.orders.Sku.isWellFormed(text)) {
      throw Call.notFound("product");
    }
    return new Sku(text);
  }

  private Answer put(Call call) {
    call.query().allow();
    Findings findings = new Findings();
    Wanted wanted = StrictJson.read(call.body(), findings, ProductsResource::read);
    Sku sku = sku(call);
    findings.refuseInvalid();
    Optional<Long> basedOn =
        call.header("If-Match").isEmpty() ? Optional.empty() : Optional.of(matched(call, sku));
    return switch (putProduct.put(
        new PutProduct.Command(
            sku, wanted.name(), wanted.unitPrices(), wanted.active(), basedOn))) {
      case PutProduct.Outcome.Created(Product product) -> stored(201, product);
      case PutProduct.Outcome.Replaced(Product product) -> stored(200, product);
      case PutProduct.Outcome.Unchanged(Product product) -> stored(200, product);
      case PutProduct.Outcome.Stale(long current) -> throw Call.versionConflict(current);
    };
  }

  private long matched(Call call, Sku sku) {
    long current = products.find(sku).map(Product::version).orElse(0L);
    call.requireVersion(current);
    return current;
  }

  private static Answer stored(int status, Product product) {
    return Replies.with(
        Replies.json(status, Views.of(product), product.version()),
        "Location",
        "/v1/products/" + product.sku());
  }

  private Answer get(Call call) {
    call.query().allow();
    Product product = products.find(sku(call)).orElseThrow(() -> Call.notFound("product"));
    return call.alreadyHas(product.version())
        ? Etags.unchanged(product.version())
        : Replies.json(200, Views.of(product), product.version());
  }

  private Answer list(Call call) {
    call.query().allow("active", "cursor", "limit");
    int limit = Paging.limit(call);
    Optional<Boolean> active = call.query().choice("active", Map.of("true", true, "false", false));
    List<Product> page = products.page(cursors.read(call).map(Sku::new), limit + 1, active);
    return Paging.page(
        limit, page, Views::of, product -> cursors.write(call, product.sku().value()));
  }

  private static Wanted read(JsonObject body) {
    return new Wanted(
        body.required("name").text(Product.MAX_NAME),
        prices(body.required("unitPrices")),
        body.optional("active").map(JsonValue::bool).orElse(true));
  }

  private static List<Money> prices(JsonValue value) {
    Set<CurrencyUnit> seen = new HashSet<>();
    List<Money> prices = new ArrayList<>();
    value.list(
        0,
        Product.MAX_PRICES,
        each -> {
          Optional<Money> price = MoneyReader.inAny().readIfAny(each);
          if (price.filter(money -> !seen.add(money.getCurrencyUnit())).isPresent()) {
            each.invalid("must be the only price in its currency");
          }
          price.ifPresent(prices::add);
          return each;
        });
    return prices;
  }
}
