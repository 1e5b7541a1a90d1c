package io.storefront.inventory.internal;

import static java.time.temporal.ChronoUnit.MILLIS;

import io.storefront.inventory.PortUnavailable;
import io.storefront.inventory.Product;
import io.storefront.inventory.port.Products;
import io.storefront.inventory.port.PutAnswer;
import io.storefront.inventory.usecase.PutProduct;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Reads, decides, puts; and decides again when somebody else was faster. */
public final class PuttingProducts implements PutProduct {
  static final int MAX_TRIES = 5;

  private final Products products;
  private final InstantSource clock;

  public PuttingProducts(Products products, InstantSource clock) {
    this.products = products;
    this.clock = clock;
  }

  @Override
  public Outcome put(Command command) {
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Outcome outcome = decide(command);
      boolean stands =
          switch (outcome) {
            case Outcome.Created(Product next) -> isSaved(next);
            case Outcome.Replaced(Product next) -> isSaved(next);
            case Outcome.Unchanged same -> true;
            case Outcome.Stale stale -> true;
          };
      if (stands) {
        return outcome;
      }
    }
    throw new PortUnavailable(
        "Products",
        new IllegalStateException(
            command.sku() + " was changed by others " + MAX_TRIES + " times in a row"));
  }

  private Outcome decide(Command command) {
    Instant now = clock.instant().truncatedTo(MILLIS);
    Optional<Product> found = products.find(command.sku());
    long version = found.map(Product::version).orElse(0L);
    if (command.basedOn().filter(wanted -> wanted != version).isPresent()) {
      return new Outcome.Stale(version);
    }
    if (found.isEmpty()) {
      return new Outcome.Created(
          new Product(
              command.sku(), command.name(), command.unitPrices(), command.active(), 1, now, now));
    }
    Product current = found.get();
    return current.says(command.name(), command.unitPrices(), command.active())
        ? new Outcome.Unchanged(current)
        : new Outcome.Replaced(
            current.replaced(command.name(), command.unitPrices(), command.active(), now));
  }

  private boolean isSaved(Product next) {
    return switch (products.put(next, next.version() - 1)) {
      case PutAnswer.Saved() -> true;
      case PutAnswer.Stale() -> false;
    };
  }
}
