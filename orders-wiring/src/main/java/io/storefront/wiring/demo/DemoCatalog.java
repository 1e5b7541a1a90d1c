package io.storefront.wiring.demo;

import io.storefront.customers.Address;
import io.storefront.customers.Customer;
import io.storefront.customers.CustomerId;
import io.storefront.customers.StorefrontId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the demo consists of. All ids are fixed, so that loading it twice changes nothing. */
final class DemoCatalog {
  /** When everything in the demo was made. */
  static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");

  static final String AURORA = "aurora";
  static final String HARBOR = "harbor";

  /** One customer whom the first order can be placed for. */
  static final String ADA = "cus_01890000-0000-7000-8000-000000000001";

  record Item(String sku, String name, String euro, String dollar, String yen) {}

  static final List<Item> ITEMS =
      List.of(
          new Item("TEE-M-BLK", "Tee, M, black", "19.90", "21.90", "2500"),
          new Item("TEE-L-WHT", "Tee, L, white", "19.90", "21.90", "2500"),
          new Item("HOODIE-M-GRY", "Hoodie, M, grey", "49.00", "54.00", "6800"),
          new Item("CAP-NAVY", "Cap, navy", "14.50", "15.90", "1900"),
          new Item("SOCKS-3", "Socks, three pairs", "9.99", "10.99", "1300"),
          new Item("MUG-350", "Mug, 350 ml", "12.00", "13.00", "1600"),
          new Item("TEA-GREEN-100", "Green tea, 100 g", "7.45", "8.20", "980"),
          new Item("COFFEE-1KG", "Coffee beans, 1 kg", "24.90", "27.50", "3400"),
          new Item("NOTEBOOK-A5", "Notebook, A5, dotted", "8.90", "9.80", "1200"),
          new Item("PEN-BLUE", "Fountain pen, blue", "32.00", "35.00", "4500"));

  static final List<Customer> CUSTOMERS =
      List.of(
          customer(ADA, AURORA, "Ada Lovelace", "ada@example.com", "Berlin", "10119", "DE"),
          customer(
              "cus_01890000-0000-7000-8000-000000000002",
              AURORA,
              "Alan Turing",
              "alan@example.com",
              "Manchester",
              "M13 9PL",
              "GB"),
          customer(
              "cus_01890000-0000-7000-8000-000000000003",
              AURORA,
              "Grace Hopper",
              "grace@example.com",
              "New York",
              "10027",
              "US"),
          customer(
              "cus_01890000-0000-7000-8000-000000000004",
              HARBOR,
              "Katherine Johnson",
              "katherine@example.com",
              "Hampton",
              "23666",
              "US"),
          customer(
              "cus_01890000-0000-7000-8000-000000000005",
              HARBOR,
              "Kunihiko Iwadare",
              "kunihiko@example.com",
              "Tokyo",
              "100-0001",
              "JP"));

  private DemoCatalog() {}

  private static Customer customer(
      String id,
      String storefront,
      String name,
      String email,
      String city,
      String postalCode,
      String country) {
    Address address =
        new Address(
            name,
            "Market Street 1",
            Optional.empty(),
            city,
            Optional.empty(),
            Optional.of(postalCode),
            country);
    return Customer.register(
        new CustomerId(id), new StorefrontId(storefront), name, email, Optional.of(address), SINCE);
  }
}
