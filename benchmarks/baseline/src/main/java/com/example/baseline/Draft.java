package com.example.baseline;

import com.example.baseline.OrderRows.Attempt;
import com.example.baseline.OrderRows.Contact;
import com.example.baseline.OrderRows.JournalEntry;
import com.example.baseline.OrderRows.Line;
import com.example.baseline.OrderRows.Order;
import com.example.baseline.OrderRows.OrderWork;
import com.example.baseline.OrderRows.OutboxHead;
import com.example.baseline.OtherRows.Claimed;
import com.example.baseline.OtherRows.Customer;
import com.example.baseline.OtherRows.LedgerEntry;
import com.example.baseline.OtherRows.Product;
import com.example.baseline.OtherRows.SandboxEffect;
import com.example.baseline.OtherRows.StockClaim;
import com.example.baseline.OtherRows.StoredAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Fills the rows. */
final class Draft {
  private static final Duration DEADLINE = Duration.ofMinutes(15);
  private static final Duration LEASE = Duration.ofSeconds(10);
  private static final Duration AUTHORIZED_FOR = Duration.ofDays(7);
  private static final Duration RETENTION = Duration.ofDays(2);

  private Draft() {}

  static Order order(
      String storefront, OrderJson.Wanted wanted, Customer customer, Map<String, Product> offers) {
    Order order = new Order();
    order.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
    order.changeId = UUID.randomUUID();
    order.storefront = storefront;
    order.status = "PENDING";
    order.lastEvent = 1;
    order.externalReference = wanted.externalReference();
    order.contentHash = ApiKeyFilter.sha256(wanted.withoutPayment().toString());
    order.customerId = customer.id;
    order.currency = wanted.currency();
    order.placedAt = now();
    wanted.lines().forEach(line -> order.lines.add(line(order, wanted, line, offers)));
    order.linesMinor = order.lines.stream().mapToLong(it -> it.unitPriceMinor * it.quantity).sum();
    order.totalMinor = order.linesMinor;
    order.lineCount = (short) order.lines.size();
    order.paymentStatus = "NONE";
    order.fulfillmentStatus = "UNFULFILLED";
    order.returnStatus = "NONE";
    order.stockState = "HELD";
    order.stockRevision = 1;
    order.updatedAt = order.placedAt;
    order.deadlineAt = order.placedAt.plus(DEADLINE);
    order.contact = contact(order, customer);
    order.attempts.add(authorization(order, wanted.payment().token()));
    return order;
  }

  private static Line line(
      Order order,
      OrderJson.Wanted wanted,
      OrderJson.WantedLine said,
      Map<String, Product> offers) {
    Product product = offers.get(said.sku());
    Line line = new Line();
    line.storefront = order.storefront;
    line.placedAt = order.placedAt;
    line.sku = said.sku();
    line.name = product.name;
    line.unitPriceMinor = product.prices.get(wanted.currency());
    line.quantity = said.quantity();
    line.allocated = said.quantity();
    return line;
  }

  private static Contact contact(Order order, Customer customer) {
    Contact contact = new Contact();
    contact.order = order;
    contact.customerName = customer.name;
    contact.customerEmail = customer.email;
    contact.customerAddress = customer.defaultAddress;
    contact.shippingAddress = customer.defaultAddress;
    return contact;
  }

  private static Attempt authorization(Order order, String token) {
    Attempt attempt = new Attempt();
    attempt.kind = "AUTHORIZE";
    attempt.providerKey = "ord_" + order.id + ":authorize:1";
    attempt.amountMinor = order.totalMinor;
    attempt.state = "INITIATED";
    attempt.token = token;
    attempt.queuedAt = order.placedAt;
    return attempt;
  }

  static StoredAnswer unanswered(StoredAnswer.Key request, String fingerprint, Order order) {
    StoredAnswer answer = new StoredAnswer();
    answer.owner = request.owner();
    answer.operation = request.operation();
    answer.key = request.key();
    answer.fingerprint = fingerprint;
    answer.storefront = order.storefront;
    answer.orderId = order.id;
    answer.expiresAt = order.placedAt.plus(RETENTION);
    return answer;
  }

  static JournalEntry placed(Order order, String actor, OrderJson.Wanted wanted) {
    Map<String, Object> payload = new HashMap<>();
    payload.put("amountMinor", order.totalMinor);
    payload.put("currency", order.currency);
    payload.put("customer", order.customerId);
    payload.put("country", order.contact.shippingAddress.get("country"));
    payload.put(
        "units",
        wanted.lines().stream()
            .map(line -> Map.of("sku", line.sku(), "quantity", line.quantity()))
            .toList());
    return entry(order, "PLACED", actor, payload, order.placedAt);
  }

  static JournalEntry confirmed(Order order) {
    Map<String, Object> payload =
        Map.of("amountMinor", order.totalMinor, "currency", order.currency);
    return entry(order, "CONFIRMED", "system", payload, order.updatedAt);
  }

  private static JournalEntry entry(
      Order order, String type, String actor, Map<String, Object> payload, Instant at) {
    JournalEntry entry = new JournalEntry();
    entry.orderId = order.id;
    entry.eventSeq = order.lastEvent;
    entry.version = order.lastEvent;
    entry.type = type;
    entry.actor = actor;
    entry.payload = payload;
    entry.at = at;
    return entry;
  }

  static OutboxHead head(Order order) {
    OutboxHead head = new OutboxHead();
    head.orderId = order.id;
    head.lastSeq = order.lastEvent;
    head.nextAttemptAt = order.placedAt;
    return head;
  }

  static OrderWork work(Order order) {
    OrderWork work = new OrderWork();
    work.orderId = order.id;
    work.storefront = order.storefront;
    work.leasedUntil = order.placedAt.plus(LEASE);
    work.dueAt = work.leasedUntil;
    work.epoch = 1;
    return work;
  }

  static StockClaim claim(Order order, Map<String, Integer> wanted) {
    StockClaim claim = new StockClaim();
    claim.owner = "ord_" + order.id;
    wanted.forEach(
        (sku, quantity) -> {
          Claimed line = new Claimed();
          line.reserved = quantity;
          claim.lines.put(sku, line);
        });
    return claim;
  }

  static List<LedgerEntry> ledger(Order order, Map<String, Integer> wanted) {
    return wanted.entrySet().stream()
        .map(
            each -> {
              LedgerEntry entry = new LedgerEntry();
              entry.sku = each.getKey();
              entry.kind = "CLAIMED";
              entry.quantity = each.getValue();
              entry.cause = "ord_" + order.id;
              entry.at = order.placedAt;
              return entry;
            })
        .toList();
  }

  static void confirm(Order order, SandboxEffect effect) {
    Attempt attempt = order.attempts.getLast();
    attempt.state = "SUCCEEDED";
    attempt.token = null;
    attempt.providerRef = "sbx_" + effect.providerKey;
    attempt.expiresAt = effect.recordedAt.plus(AUTHORIZED_FOR);
    order.status = "CONFIRMED";
    order.paymentStatus = "AUTHORIZED";
    order.changeId = UUID.randomUUID();
    order.lastEvent = 2;
    order.lastEpoch = 1;
    order.updatedAt = now();
  }

  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
