package io.storefront.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.app.events.CloudEvent;
import io.storefront.app.events.JournalEntry;
import io.storefront.app.events.JournalEntry.Details;
import io.storefront.app.events.JournalEntry.Units;
import io.storefront.orders.Actor;
import io.storefront.orders.CustomerId;
import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.Sku;
import io.storefront.orders.StorefrontId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventViewsTest {
  private static final int MOST_BYTES = 200 * 1024;
  private static final OrderId ORDER = new OrderId("ord_0198f2c4-7d1e-7b3a-9c55-2f1f6f0a8a11");

  @Test
  void an_event_is_a_cloud_event_in_json_with_these_bytes_for_ever() {
    CloudEvent event =
        EventViews.cloudEvent(
            entry("aurora", "placed", placed("19.90", List.of(new Units(new Sku("TEE"), 2)))));
    assertThat(event.id()).isEqualTo(ORDER.value() + ".1");
    assertThat(event.type()).isEqualTo("order.placed.v1");
    assertThat(new String(event.json(), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"specversion":"1.0","id":"ord_0198f2c4-7d1e-7b3a-9c55-2f1f6f0a8a11.1",\
            "source":"/v1/storefronts/aurora","type":"order.placed.v1",\
            "subject":"ord_0198f2c4-7d1e-7b3a-9c55-2f1f6f0a8a11",\
            "time":"2026-11-25T12:00:00.120Z","sequence":1,"datacontenttype":"application/json",\
            "data":{"orderId":"ord_0198f2c4-7d1e-7b3a-9c55-2f1f6f0a8a11","storefront":"aurora",\
            "version":1,"customerId":"cus_1","country":"DE",\
            "amount":{"amount":"19.90","currency":"EUR"},"lines":[{"sku":"TEE","quantity":2}]}}\
            """);
  }

  @Test
  void what_is_not_known_is_left_out() {
    Details details =
        new Details(
            Optional.empty(),
            Optional.of("PAYMENT_DECLINED"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    String json =
        new String(
            EventViews.cloudEvent(entry("aurora", "rejected", details)).json(),
            StandardCharsets.UTF_8);
    assertThat(json)
        .endsWith("\"version\":1,\"reason\":\"PAYMENT_DECLINED\"}}")
        .doesNotContain("null", "amount", "country", "customerId", "lines", "position");
  }

  @Test
  void a_reason_in_somebodys_own_words_is_told_in_the_timeline_only() {
    Details details =
        new Details(
            Optional.empty(),
            Optional.of("Ada called"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    JournalEntry entry = entry("aurora", "cancelled", details);
    assertThat(new String(EventViews.cloudEvent(entry).json(), StandardCharsets.UTF_8))
        .doesNotContain("Ada", "reason");
    assertThat(EventViews.timeline(entry).reason()).contains("Ada called");
  }

  @Test
  void an_event_of_an_act_names_the_record() {
    Details details =
        new Details(
            Optional.empty(),
            Optional.of("IN_TRANSIT"),
            Optional.of("shp_1"),
            Optional.empty(),
            Optional.empty(),
            List.of());
    JournalEntry entry = entry("aurora", "shipment_updated", details);
    assertThat(EventViews.cloudEvent(entry).type()).isEqualTo("order.shipment-updated.v1");
    assertThat(new String(EventViews.cloudEvent(entry).json(), StandardCharsets.UTF_8))
        .endsWith("\"version\":1,\"reason\":\"IN_TRANSIT\",\"recordId\":\"shp_1\"}}");
    assertThat(EventViews.timeline(entry).type()).isEqualTo("shipment-updated");
    assertThat(EventViews.timeline(entry).recordId()).contains("shp_1");
  }

  @Test
  void the_worst_legal_order_makes_an_event_of_less_than_200_kib() {
    Units worst = new Units(new Sku("X".repeat(64)), 10_000);
    CloudEvent event =
        EventViews.cloudEvent(
            entry(
                "s".repeat(63),
                "placed",
                placed(
                    "999999999999.99",
                    Stream.generate(() -> worst).limit(Order.MAX_LINES).toList())));
    assertThat(event.json()).hasSizeLessThan(MOST_BYTES).hasSizeGreaterThan(10_000);
  }

  private static Details placed(String amount, List<Units> units) {
    return new Details(
        Optional.of(Money.parse("EUR " + amount)),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new CustomerId("cus_1")),
        Optional.of("DE"),
        units);
  }

  private static JournalEntry entry(String storefront, String type, Details details) {
    return new JournalEntry(
        new StorefrontId(storefront),
        ORDER,
        1,
        1,
        type,
        Instant.parse("2026-11-25T12:00:00.120Z"),
        Actor.SYSTEM,
        details);
  }
}
