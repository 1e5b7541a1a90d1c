package io.storefront.inventory.testkit;

import static java.util.stream.Collectors.toMap;

import io.storefront.inventory.Product;
import io.storefront.inventory.Sku;
import io.storefront.inventory.port.Products;
import io.storefront.inventory.port.PutAnswer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A catalogue in memory, as strict as any storage; one lock stands for the transactions. */
public final class InMemoryProducts implements Products {
  private final TreeMap<Sku, Product> products = new TreeMap<>();
  private final Availability availability = new Availability("Products");

  /** Puts a product there, whatever was there before. */
  public synchronized InMemoryProducts holding(Product product) {
    products.put(product.sku(), product);
    return this;
  }

  /** From now on nothing is done and nothing answered. */
  public synchronized void goAway() {
    availability.goAway();
  }

  public synchronized void comeBack() {
    availability.comeBack();
  }

  /** The next call is done, but its answer does not arrive. */
  public synchronized void loseNextAnswer() {
    availability.loseNextAnswer();
  }

  @Override
  public synchronized Optional<Product> find(Sku sku) {
    return availability.answer(() -> Optional.ofNullable(products.get(sku)));
  }

  @Override
  public synchronized Map<Sku, Product> findAll(Collection<Sku> skus) {
    return availability.answer(
        () ->
            skus.stream()
                .distinct()
                .filter(products::containsKey)
                .collect(toMap(Function.identity(), products::get)));
  }

  @Override
  public synchronized PutAnswer put(Product next, long basedOn) {
    if (basedOn != next.version() - 1) {
      throw new IllegalArgumentException("a put must be based on the version before");
    }
    return availability.answer(() -> decide(next, basedOn));
  }

  @Override
  public synchronized List<Product> page(Optional<Sku> after, int limit, Optional<Boolean> active) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1");
    }
    return availability.answer(
        () ->
            after.map(sku -> products.tailMap(sku, false)).orElse(products).values().stream()
                .filter(product -> active.isEmpty() || active.get() == product.active())
                .limit(limit)
                .toList());
  }

  private PutAnswer decide(Product next, long basedOn) {
    Optional<Product> stored = Optional.ofNullable(products.get(next.sku()));
    if (stored.filter(next::equals).isPresent()) {
      return new PutAnswer.Saved();
    }
    if (stored.map(Product::version).orElse(0L) != basedOn) {
      return new PutAnswer.Stale();
    }
    products.put(next.sku(), next);
    return new PutAnswer.Saved();
  }
}
