package com.example.teashop;

import io.storefront.orders.Sku;
import io.storefront.orders.port.ProductCatalog;
import io.storefront.orders.testkit.ProductCatalogContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.io.TempDir;

class PriceListTest implements ProductCatalogContract {
  @TempDir Path folder;
  private final List<String> lines = new ArrayList<>();

  @Override
  public ProductCatalog catalog() {
    return new PriceList(prices());
  }

  @Override
  public void offer(Sku sku, String name, Money price) {
    lines.add(sku + ";" + name + ";" + price);
    write();
  }

  @Override
  public void withdraw(Sku sku) {
    lines.removeIf(line -> line.startsWith(sku + ";"));
    write();
  }

  @Override
  public void goAway() {
    prices().toFile().delete();
  }

  private void write() {
    try {
      Files.write(prices(), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path prices() {
    return folder.resolve("prices");
  }
}
