package com.example.teashop;

import io.storefront.orders.CustomerId;
import io.storefront.orders.CustomerSnapshot;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.CustomerLookup;
import io.storefront.orders.testkit.CustomerLookupContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class MembersTest implements CustomerLookupContract {
  @TempDir Path folder;

  @BeforeEach
  void open() throws IOException {
    Files.write(
        members(),
        List.of(
            "tea-shop;ada;Ada Lovelace;ada@example.com;active",
            "tea-shop;mallory;Mallory;mallory@example.com;blocked",
            "coffee-shop;grace;Grace Hopper;grace@example.com;active"));
  }

  @Override
  public CustomerLookup customers() {
    return new Members(members());
  }

  @Override
  public StorefrontId storefront() {
    return TeaShop.SHOP;
  }

  @Override
  public CustomerSnapshot eligible() {
    return new CustomerSnapshot(
        new CustomerId("ada"), "Ada Lovelace", "ada@example.com", Optional.empty());
  }

  @Override
  public CustomerId blocked() {
    return new CustomerId("mallory");
  }

  @Override
  public CustomerId foreign() {
    return new CustomerId("grace");
  }

  @Override
  public void goAway() {
    try {
      Files.delete(members());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path members() {
    return folder.resolve("members");
  }
}
