package io.storefront.adapters.postgres;

/**
 * One statement stores new orders with everything that becomes durable beside them: all of it, or
 * nothing.
 */
final class PlacingSql {
  private static final String ORDER =
      """
      change AS MATERIALIZED (
        SELECT * FROM json_to_recordset(:changes::json) AS c
          (id uuid, last_event integer, together integer, told integer, due_in bigint,
           leased_for bigint, raised_by integer)
      """
          + CommitSql.TOGETHER
          + """
          gate AS MATERIALIZED (
            SELECT FROM (VALUES (1)) always
            WHERE NOT EXISTS (SELECT FROM change c JOIN orders o ON o.id = c.id)
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
            SELECT n.*
            FROM json_to_recordset(:changes::json) AS n
              (id uuid, storefront text, status text, version bigint, change_id uuid,
               last_event integer, external_reference text, content_hash text, customer_id text,
               currency text, lines_minor bigint, discount_minor bigint, shipping_minor bigint,
               tax_included_minor bigint, tax_added_minor bigint, total_minor bigint,
               line_count smallint, record_count integer, payment_status text,
               fulfillment_status text, return_status text, stock_state text,
               stock_revision integer, rejection jsonb, cancel_requested_at timestamptz,
               cancel_requested_by text, cancel_reason text, held_at timestamptz, held_by text,
               hold_reason text, deadline_at timestamptz, placed_at timestamptz,
               updated_at timestamptz, deleted_at timestamptz)
            WHERE EXISTS (SELECT FROM gate)
              AND CASE (SELECT count(*) FROM request)
                    WHEN :requests THEN true
                    WHEN 0 THEN false
                    ELSE refuse_short_stock('[]') END
            RETURNING id, storefront, placed_at, last_epoch
          ),
          """;

  private static final String PARTS =
      """
      line AS (
        INSERT INTO order_line
          (storefront, placed_at, order_id, number, sku, name, unit_price_minor, quantity,
           allocated, shipped, delivered, cancelled, returned, discounts, taxes)
        SELECT o.storefront, o.placed_at, n.*
        FROM stored o, json_to_recordset(:lines::json) AS n
          (order_id uuid, number smallint, sku text, name text, unit_price_minor bigint,
           quantity integer, allocated integer, shipped integer, delivered integer,
           cancelled integer, returned integer, discounts jsonb, taxes jsonb)
        WHERE n.order_id = o.id
        RETURNING 1
      ),
      contact AS (
        INSERT INTO order_contact
          (order_id, customer_name, customer_email, customer_address, shipping_address,
           shipping_method, contact_name, contact_email, contact_phone, note, metadata)
        SELECT n.*
        FROM json_to_recordset(:contact::json) AS n
          (order_id uuid, customer_name text, customer_email text, customer_address jsonb,
           shipping_address jsonb, shipping_method text, contact_name text, contact_email text,
           contact_phone text, note text, metadata jsonb)
        WHERE EXISTS (SELECT FROM stored)
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
