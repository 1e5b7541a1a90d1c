package io.storefront.adapters.postgres;

/** One statement stores a new order with everything that becomes durable beside it. */
final class PlacingSql {
  private static final String ORDER =
      """
      gate AS MATERIALIZED (
        SELECT FROM (VALUES (1)) always
        WHERE NOT EXISTS (SELECT FROM orders WHERE id = :id)
          AND NOT EXISTS (SELECT FROM lacking)
      ),
      request AS (
      """
          + EnclosedRequest.TAKE
          + "WHERE EXISTS (SELECT FROM gate)\n"
          + EnclosedRequest.UNLESS_TAKEN
          + """
          ),
          stored AS (
            INSERT INTO orders
              (id, storefront, status, version, change_id, last_event, external_reference,
               content_hash, customer_id, currency, lines_minor, discount_minor, shipping_minor,
               tax_included_minor, tax_added_minor, total_minor, line_count, record_count,
               payment_status, fulfillment_status, return_status, stock_state, stock_revision,
               rejection, cancel_requested_at, cancel_requested_by, cancel_reason, held_at,
               held_by, hold_reason, deadline_at, placed_at, updated_at, deleted_at)
            SELECT n.id, n.storefront, n.status, n.version, n.change_id, n.last_event,
                   n.external_reference, n.content_hash, n.customer_id, n.currency,
                   n.lines_minor, n.discount_minor, n.shipping_minor, n.tax_included_minor,
                   n.tax_added_minor, n.total_minor, n.line_count, n.record_count, n.payment_status,
                   n.fulfillment_status, n.return_status, n.stock_state, n.stock_revision,
                   n.rejection, n.cancel_requested_at, n.cancel_requested_by, n.cancel_reason,
                   n.held_at, n.held_by, n.hold_reason, n.deadline_at, n.placed_at, n.updated_at,
                   n.deleted_at
            FROM json_populate_record(NULL::orders, :order::json) n
            WHERE EXISTS (SELECT FROM gate)
              AND (SELECT count(*) FROM request) = :requests
            RETURNING id, storefront, last_event, last_epoch
          ),
          """;

  private static final String PARTS =
      """
      line AS (
        INSERT INTO order_line
          (order_id, number, storefront, sku, name, unit_price_minor, quantity, allocated,
           shipped, delivered, cancelled, returned, discounts, taxes)
        SELECT o.id, l.number, o.storefront, l.sku, l.name, l.unit_price_minor, l.quantity,
               l.allocated, l.shipped, l.delivered, l.cancelled, l.returned, l.discounts, l.taxes
        FROM stored o, json_populate_recordset(NULL::order_line, :lines::json) l
        RETURNING 1
      ),
      contact AS (
        INSERT INTO order_contact
          (order_id, customer_name, customer_email, customer_address, shipping_address,
           shipping_method, contact_name, contact_email, contact_phone, note, metadata)
        SELECT o.id, c.customer_name, c.customer_email, c.customer_address, c.shipping_address,
               c.shipping_method, c.contact_name, c.contact_email, c.contact_phone, c.note,
               c.metadata
        FROM stored o, json_populate_recordset(NULL::order_contact, :contact::json) c
        RETURNING 1
      ),
      """;

  /** Reading it writes everything but stock. */
  private static final String WRITTEN =
      """
      written AS MATERIALIZED (
        SELECT count(*) AS rows
        FROM (TABLE line UNION ALL TABLE contact
              UNION ALL TABLE attempt UNION ALL TABLE journal UNION ALL TABLE head
              UNION ALL TABLE due UNION ALL TABLE claim_line UNION ALL TABLE ledger
      """;

  private static final String BEGIN =
      "WITH\n"
          + ClaimSql.MOVEMENT
          + ClaimSql.LACKING
          + ORDER
          + PARTS
          + CommitSql.BESIDE
          + CommitSql.CLAIMING
          + ClaimSql.CLAIM;

  static final String STATEMENT = BEGIN + WRITTEN + CommitSql.ROWS + ClaimSql.MOVE;
  static final String WITH_RECORDS =
      BEGIN + RecordSql.BESIDE + WRITTEN + RecordSql.ROWS + ClaimSql.MOVE;

  private PlacingSql() {}
}
