package com.example.teashop;

import io.storefront.orders.PortUnavailable;
import io.storefront.orders.Sku;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.ProductCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Our products: a file with a line for each, {@code sku;name;EUR 4.20;JPY 700}. */
public final class PriceList implements ProductCatalog {
  private final Path file;

  public PriceList(Path file) {
    this.file = file;
  }

  @Override
  public Map<Sku, Offer> offers(StorefrontId storefront, CurrencyUnit currency, Set<Sku> skus) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .map(line -> line.split(";"))
          .filter(cells -> skus.contains(new Sku(cells[0])))
          .collect(Collectors.toMap(cells -> new Sku(cells[0]), cells -> offer(cells, currency)));
    } catch (IOException | UncheckedIOException e) {
      throw new PortUnavailable("ProductCatalog", e);
    }
  }

  /** Without a price in the currency there is none; zero would give the product away. */
  private static Offer offer(String[] cells, CurrencyUnit currency) {
    return new Offer(
        cells[1],
        Stream.of(cells)
            .skip(2)
            .map(Money::parse)
            .filter(price -> price.getCurrencyUnit().equals(currency))
            .findFirst());
  }
}
