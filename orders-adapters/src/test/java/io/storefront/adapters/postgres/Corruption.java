package io.storefront.adapters.postgres;

import java.util.List;
import java.util.Set;

/**
 * A mistake that somebody made by hand, and the invariants that it breaks.
 *
 * @param broken by name
 */
record Corruption(Set<String> broken, List<String> statements) {
  private static final String CONFIRMED =
      "(SELECT id FROM orders WHERE status = 'CONFIRMED' AND total_minor > 0 ORDER BY id LIMIT 1)";
  private static final String CANCELLED =
      "(SELECT id FROM orders WHERE status = 'CANCELLED' ORDER BY id LIMIT 1)";
  private static final String DECLINED =
      "(SELECT order_id FROM payment_attempt WHERE state = 'FAILED' ORDER BY order_id LIMIT 1)";
  private static final String PENDING =
      "(SELECT id FROM orders WHERE status = 'PENDING' ORDER BY id LIMIT 1)";
  private static final String PARTLY_CANCELLED =
      "(SELECT order_id FROM order_line WHERE cancelled > 0 AND shipped > 0)";
  private static final String TEA = "'" + BusyShop.TEA + "'";

  @Override
  public String toString() {
    return String.join(" and ", broken.stream().sorted().toList());
  }

  private static Corruption of(String broken, String... statements) {
    return new Corruption(Set.of(broken.split(" ")), List.of(statements));
  }

  static List<Corruption> all() {
    return List.of(
            ofStock(),
            ofClaims(),
            ofMoney(),
            ofTheProvider(),
            ofOrders(),
            ofActs(),
            ofAttempts(),
            ofRequests(),
            ofWork(),
            ofTheJournal())
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private static List<Corruption> ofStock() {
    return List.of(
        of(
            "stock-counters-in-bounds",
            "ALTER TABLE stock DROP CONSTRAINT stock_reserved_is_on_hand",
            "INSERT INTO product VALUES ('BAD', 'Bad', true, 1, now(), now())",
            "INSERT INTO stock VALUES ('BAD', -1, 0)",
            "INSERT INTO stock_adjustment VALUES ('adj_b', 'BAD', -1, 'LOST', NULL, now(), 0, 0)",
            ledger("'BAD'", "ADJUSTED", "-1", "'adj_b'")),
        of("reserved-is-claimed", "UPDATE stock SET reserved = reserved + 1 WHERE sku = " + TEA),
        of("on-hand-is-booked", "UPDATE stock SET on_hand = on_hand + 5 WHERE sku = " + TEA),
        of("on-hand-is-booked", "UPDATE stock SET on_hand = on_hand - 7 WHERE sku = " + TEA),
        of("adjustments-are-booked", "DELETE FROM stock_adjustment WHERE sku = " + TEA),
        of(
            "allocated-units-are-there stock-counters-in-bounds",
            "ALTER TABLE stock DROP CONSTRAINT stock_reserved_is_on_hand",
            "INSERT INTO stock_adjustment SELECT 'adj_b', sku, reserved - 1 - on_hand, 'LOST',"
                + " NULL, now(), 0, 0 FROM stock WHERE sku = "
                + TEA,
            ledger(
                TEA,
                "ADJUSTED",
                "(SELECT quantity FROM stock_adjustment WHERE id = 'adj_b')",
                "'adj_b'"),
            "UPDATE stock SET on_hand = reserved - 1 WHERE sku = " + TEA));
  }

  private static List<Corruption> ofClaims() {
    return List.of(
        of(
            "claims-are-booked",
            "DELETE FROM stock_ledger WHERE kind = 'CLAIMED' AND cause = 'ord_' || " + CONFIRMED),
        of(
            "live-orders-hold-their-units",
            "UPDATE stock_claim_line SET reserved = reserved - 1 WHERE sku = "
                + TEA
                + " AND owner = 'ord_' || "
                + CONFIRMED,
            "UPDATE stock SET reserved = reserved - 1 WHERE sku = " + TEA,
            ledger(TEA, "RELEASED", "1", "'ord_' || " + CONFIRMED)),
        of(
            "ended-orders-claim-nothing",
            "UPDATE stock_claim_line SET reserved = 1 WHERE sku = "
                + TEA
                + " AND owner = 'ord_' || "
                + DECLINED,
            "UPDATE stock SET reserved = reserved + 1 WHERE sku = " + TEA,
            ledger(TEA, "CLAIMED", "1", "'ord_' || " + DECLINED)),
        of(
            "claims-have-orders",
            "INSERT INTO stock_claim VALUES ('ord_' || gen_random_uuid(), 1)"));
  }

  private static List<Corruption> ofMoney() {
    return List.of(
        of(
            "attempts-keep-their-keys",
            "UPDATE payment_attempt SET number = 7 WHERE order_id = " + CONFIRMED),
        of(
            "money-stays-in-bounds attempts-fit-their-target",
            attempt("CAPTURE", "1000000", "now()"),
            work("now() + interval '1 minute'")),
        of(
            "ended-orders-hold-no-money",
            "UPDATE payment_attempt SET state = 'FAILED', provider_ref = NULL WHERE kind = 'VOID'"
                + " AND order_id = "
                + CANCELLED,
            "UPDATE orders SET payment_status = 'AUTHORIZED' WHERE id = " + CANCELLED,
            "DELETE FROM sandbox_effect WHERE kind = 'VOID' AND order_id = 'ord_' || " + CANCELLED),
        of(
            "confirmed-orders-are-paid",
            "DELETE FROM payment_attempt WHERE order_id = " + CONFIRMED,
            "DELETE FROM sandbox_effect WHERE order_id = 'ord_' || " + CONFIRMED,
            "UPDATE orders SET payment_status = 'NONE' WHERE id = " + CONFIRMED),
        of(
            "attempts-settle",
            attempt("CAPTURE", "1", "now() - interval '1 hour'"),
            work("now() + interval '1 minute'"),
            "UPDATE orders SET updated_at = now() - interval '1 hour' WHERE id = " + CONFIRMED),
        of(
            "tokens-are-erased",
            "ALTER TABLE payment_attempt DROP CONSTRAINT payment_attempt_token",
            "UPDATE payment_attempt SET token = 'tok_kept' WHERE order_id = " + CONFIRMED));
  }

  private static List<Corruption> ofTheProvider() {
    return List.of(
        of(
            "one-effect-a-key provider-stays-in-bounds",
            "ALTER TABLE sandbox_effect DROP CONSTRAINT sandbox_effect_pkey",
            "INSERT INTO sandbox_effect SELECT * FROM sandbox_effect WHERE order_id = 'ord_' || "
                + CONFIRMED),
        of("effects-were-asked-for", effect("VOID", "0", "'ord_' || " + CONFIRMED)),
        of(
            "effects-were-asked-for provider-stays-in-bounds",
            effect("CAPTURE", "1000000", "'ord_' || " + CONFIRMED)),
        of(
            "settled-attempts-are-true",
            "DELETE FROM sandbox_effect WHERE order_id = 'ord_' || " + CONFIRMED),
        of(
            "settled-attempts-are-true",
            "UPDATE sandbox_effect SET decline_code = NULL WHERE decline_code = 'card_declined'"),
        of(
            "provider-holds-nothing-for-ended-orders settled-attempts-are-true",
            "DELETE FROM sandbox_effect WHERE kind = 'VOID'",
            "UPDATE orders SET updated_at = now() - interval '1 hour' WHERE id = " + CANCELLED));
  }

  private static List<Corruption> ofOrders() {
    return List.of(
        of("orders-are-whole", "DELETE FROM order_contact WHERE order_id = " + CONFIRMED),
        of(
            "totals-add-up",
            "UPDATE order_line SET unit_price_minor = unit_price_minor + 1 WHERE number = 1"
                + " AND order_id = "
                + CONFIRMED),
        of(
            "units-add-up units-follow-records",
            "UPDATE order_line SET cancelled = 0, allocated = quantity WHERE order_id = "
                + CANCELLED,
            "UPDATE orders SET fulfillment_status = 'UNFULFILLED' WHERE id = " + CANCELLED),
        of(
            "statuses-are-derived",
            "UPDATE orders SET payment_status = 'CAPTURED' WHERE id = " + CONFIRMED),
        of(
            "statuses-are-derived",
            "UPDATE orders SET fulfillment_status = 'SHIPPED', return_status = 'REQUESTED'"
                + " WHERE id = "
                + CANCELLED),
        of("copies-agree", "UPDATE order_work SET storefront = 'other'"),
        of("copies-agree", "UPDATE order_line SET placed_at = placed_at + interval '1 second'"));
  }

  private static List<Corruption> ofActs() {
    return List.of(
        of(
            "orders-are-whole units-follow-records",
            "DELETE FROM cancellation WHERE order_id = " + PARTLY_CANCELLED),
        of("orders-are-whole", "DELETE FROM carrier_event WHERE type = 'IN_TRANSIT'"),
        of("units-follow-records", "UPDATE carrier_event SET type = 'LOST' WHERE number = 1"),
        of(
            "units-follow-records",
            "UPDATE shipment SET lines = '{9}', quantities = quantities[1:1]"
                + " WHERE cardinality(lines) = 1"),
        of(
            "live-orders-hold-their-units units-follow-records",
            "UPDATE order_return SET state = 'RECEIVED', restocked = array_fill(0, ARRAY[2])"
                + " WHERE state = 'CLOSED'"),
        of(
            "live-orders-hold-their-units",
            "UPDATE order_return SET restocked = written_off, written_off = restocked"
                + " WHERE state = 'CLOSED'"),
        of(
            "statuses-are-derived",
            "UPDATE order_return SET state = 'DENIED' WHERE state = 'REQUESTED'"),
        of(
            "deleted-orders-rest",
            "UPDATE orders SET stock_state = 'RELEASING' WHERE deleted_at IS NOT NULL",
            "INSERT INTO order_work (order_id, storefront, due_at, epoch, tries)"
                + " SELECT id, storefront, now() + interval '1 minute', last_epoch + 1, 0"
                + " FROM orders WHERE deleted_at IS NOT NULL"),
        of(
            "deleted-orders-rest",
            "ALTER TABLE orders DROP CONSTRAINT orders_deleted",
            "UPDATE orders SET deleted_at = now() WHERE id = " + CONFIRMED));
  }

  private static List<Corruption> ofAttempts() {
    return List.of(
        of(
            "money-stays-in-bounds attempts-fit-their-target refunds-are-true",
            attempt("REFUND", "1", "now()"),
            work("now() + interval '1 minute'")),
        of(
            "attempts-fit-their-target",
            "UPDATE payment_attempt SET target_key = 'ord_' || "
                + CONFIRMED
                + " || ':authorize:1'"
                + " WHERE kind = 'REFUND'"),
        of("refunds-are-true", "UPDATE refund SET state = 'FAILED'"),
        of(
            "refunds-are-true",
            "UPDATE refund SET amount_minor = amount_minor + 1" + " WHERE cardinality(lines) > 0"),
        of("refunds-are-true unfinished-orders-have-work", "UPDATE refund SET state = 'PENDING'"));
  }

  private static List<Corruption> ofRequests() {
    return List.of(
        of(
            "one-order-a-reference",
            "DROP INDEX orders_reference",
            "UPDATE orders SET external_reference = 'TWICE' WHERE status = 'CONFIRMED'"),
        of(
            "one-order-a-key",
            "INSERT INTO idempotency SELECT owner, operation, 'other', fingerprint, storefront,"
                + " order_id, status, headers, body, expires_at FROM idempotency WHERE order_id = "
                + CONFIRMED),
        of(
            "one-order-a-key",
            "ALTER TABLE idempotency DROP CONSTRAINT idempotency_pkey",
            "UPDATE idempotency SET key = 'same' WHERE status = 201"),
        of(
            "ended-orders-are-answered",
            "UPDATE idempotency SET status = NULL, headers = NULL, body = NULL WHERE order_id = "
                + CONFIRMED),
        of("answers-are-true", "UPDATE idempotency SET status = 409 WHERE status = 201"),
        of("answers-are-true", "UPDATE idempotency SET body = '' WHERE status = 201"));
  }

  private static List<Corruption> ofWork() {
    return List.of(
        of(
            "pending-orders-end",
            "UPDATE orders SET deadline_at = now() - interval '1 hour' WHERE id = " + PENDING),
        of("unfinished-orders-have-work", "DELETE FROM order_work WHERE order_id = " + PENDING),
        of("due-work-is-done", "UPDATE order_work SET due_at = now() - interval '1 hour'"));
  }

  private static List<Corruption> ofTheJournal() {
    return List.of(
        of("journal-has-no-gaps", entry("9", "NOTED"), head(2, 2)),
        of(
            "journal-has-no-gaps only-legal-steps",
            "DELETE FROM order_journal WHERE event_seq = 1 AND order_id = " + CONFIRMED),
        of("heads-are-complete", head(1, 1)),
        of(
            "no-event-is-forgotten",
            "UPDATE order_journal SET at = now() WHERE order_id = " + CONFIRMED,
            "DELETE FROM order_feed WHERE event_seq = 2 AND order_id = " + CONFIRMED),
        of(
            "no-event-is-forgotten",
            "UPDATE order_journal SET at = now() WHERE order_id = " + CONFIRMED,
            "UPDATE order_feed SET published = false WHERE order_id = " + CONFIRMED),
        of(
            "events-are-published",
            head(2, 1),
            "UPDATE order_journal SET at = now() - interval '2 minutes' WHERE order_id = "
                + CONFIRMED,
            "UPDATE order_feed SET published = false WHERE event_seq = 2 AND order_id = "
                + CONFIRMED),
        of(
            "feed-keeps-order",
            "UPDATE order_feed_end SET position = position + 1",
            "UPDATE order_feed SET position = (SELECT position FROM order_feed_end)"
                + " WHERE event_seq = 1 AND order_id = "
                + CONFIRMED),
        of("feed-keeps-order", "UPDATE order_feed_end SET position = position - 1"),
        of(
            "only-legal-steps",
            "UPDATE order_journal SET type = 'REJECTED' WHERE event_seq = 1 AND order_id = "
                + CONFIRMED),
        of(
            "status-is-told",
            entry("3", "COMPLETED"),
            "UPDATE orders SET last_event = 3 WHERE id = " + CONFIRMED,
            head(3, 2)));
  }

  /** In the outbox up to some event, of which so many have a position and are published. */
  private static String head(int last, int done) {
    return """
    INSERT INTO outbox_head (order_id, last_seq, fed_seq, published_seq, next_attempt_at)
    VALUES (%s, %d, %d, %d, 'infinity')
    """
        .formatted(CONFIRMED, last, done, done);
  }

  private static String ledger(String sku, String kind, String quantity, String cause) {
    return "INSERT INTO stock_ledger (sku, kind, quantity, cause) VALUES (%s, '%s', %s, %s)"
        .formatted(sku, kind, quantity, cause);
  }

  private static String attempt(String kind, String amount, String queuedAt) {
    return """
    INSERT INTO payment_attempt (order_id, number, kind, provider_key, amount_minor, state,
                                 queued_at, target_key, cause)
    SELECT id, 2, '%1$s', 'ord_' || id || ':%2$s:2', %3$s, 'UNKNOWN', %4$s,
           'ord_' || id || ':authorize:1',
           CASE '%1$s' WHEN 'REFUND' THEN gen_random_uuid() END
    FROM orders WHERE id = %5$s
    """
        .formatted(kind, kind.toLowerCase(java.util.Locale.ROOT), amount, queuedAt, CONFIRMED);
  }

  private static String work(String dueAt) {
    return """
    INSERT INTO order_work (order_id, storefront, due_at, epoch, tries)
    SELECT id, storefront, %s, last_epoch + 1, 0 FROM orders WHERE id = %s
    """
        .formatted(dueAt, CONFIRMED);
  }

  private static String effect(String kind, String amount, String order) {
    return """
    INSERT INTO sandbox_effect (provider_key, storefront, order_id, kind, amount_minor, currency,
                                behaviour)
    VALUES ('nobody:asked', 'testshop', %s, '%s', %s, 'EUR', 'APPROVE')
    """
        .formatted(order, kind, amount);
  }

  private static String entry(String sequence, String type) {
    return """
    INSERT INTO order_journal (order_id, event_seq, version, type, actor, payload, at)
    VALUES (%s, %s, 2, '%s', 'system', '{}', now())
    """
        .formatted(CONFIRMED, sequence, type);
  }
}
