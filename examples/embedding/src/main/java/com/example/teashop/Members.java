package com.example.teashop;

import io.storefront.orders.CustomerId;
import io.storefront.orders.CustomerSnapshot;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.CustomerLookup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Our customers: a file with a line for each, {@code shop;id;name;e-mail;active}. */
public final class Members implements CustomerLookup {
  private final Path file;

  public Members(Path file) {
    this.file = file;
  }

  /** Shop, id and state in one condition, so that nothing tells an unknown from a blocked one. */
  @Override
  public Eligibility check(StorefrontId storefront, CustomerId customer) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .map(line -> line.split(";"))
          .filter(cells -> cells[0].equals(storefront.value()))
          .filter(cells -> cells[1].equals(customer.value()) && cells[4].equals("active"))
          .findFirst()
          .<Eligibility>map(cells -> new Eligible(snapshot(customer, cells)))
          .orElseGet(NotEligible::new);
    } catch (IOException | UncheckedIOException e) {
      throw new PortUnavailable("CustomerLookup", e);
    }
  }

  private static CustomerSnapshot snapshot(CustomerId customer, String[] cells) {
    return new CustomerSnapshot(customer, cells[2], cells[3], Optional.empty());
  }
}
