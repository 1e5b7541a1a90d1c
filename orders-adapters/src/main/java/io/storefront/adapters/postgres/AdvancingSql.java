package io.storefront.adapters.postgres;

/**
 * One statement stores the next version of an order, or, where that is {@link #ALONE}, of several:
 * all of them, or nothing. Rows are locked in one order everywhere: work, order, claim, request,
 * and stock at last; the work of several orders in the order of their ids.
 */
final class AdvancingSql {
  private static final String WORKING =
      """
      change AS MATERIALIZED (
        SELECT * FROM json_to_recordset(:changes::json) AS c
          (id uuid, storefront text, status text, version bigint, change_id uuid,
           last_event integer, record_count integer, payment_status text,
           fulfillment_status text, return_status text, stock_state text,
           stock_revision integer, rejection jsonb, cancel_requested_at timestamptz,
           cancel_requested_by text, cancel_reason text, held_at timestamptz, held_by text,
           hold_reason text, updated_at timestamptz, deleted_at timestamptz, together integer,
           told integer, due_in bigint, leased_for bigint, raised_by integer, epoch bigint)
      """
          + CommitSql.TOGETHER
          + """
          working AS MATERIALIZED (
            SELECT w.order_id, w.epoch FROM order_work w, change n WHERE w.order_id = n.id
            ORDER BY w.order_id FOR UPDATE OF w
          ),
          """;

  /** All leases are looked at before any order, so that the locks on the work are taken first. */
  private static final String IS_OLD =
      """
      WHERE (SELECT bool_and(c.epoch IS NULL OR (c.epoch = w.epoch) IS TRUE)
             FROM change c LEFT JOIN working w ON w.order_id = c.id)
        AND o.id = n.id AND (o.storefront = n.storefront) IS TRUE AND o.version = n.version - 1
      """;

  private static final String LOCKS =
      WORKING
          + "old AS MATERIALIZED (\nSELECT FROM orders o, change n\n"
          + IS_OLD
          + """
            FOR NO KEY UPDATE OF o
          ),
          claimed AS MATERIALIZED (
            SELECT revision FROM stock_claim
            WHERE owner = :owner AND EXISTS (SELECT FROM old) FOR UPDATE
          ),
          gate AS MATERIALIZED (
            SELECT FROM old
            WHERE (:revision::integer IS NULL
                   OR coalesce((SELECT revision FROM claimed), 0) = :seen)
              AND NOT EXISTS (SELECT FROM lacking)
          ),
          request AS (
          """;

  private static final String ORDER =
      """
      stored AS (
        UPDATE orders o
        SET status = n.status, version = n.version, change_id = n.change_id,
            last_event = n.last_event, record_count = n.record_count,
            payment_status = n.payment_status,
            fulfillment_status = n.fulfillment_status, return_status = n.return_status,
            stock_state = n.stock_state, stock_revision = n.stock_revision,
            rejection = n.rejection, cancel_requested_at = n.cancel_requested_at,
            cancel_requested_by = n.cancel_requested_by, cancel_reason = n.cancel_reason,
            held_at = n.held_at, held_by = n.held_by, hold_reason = n.hold_reason,
            updated_at = n.updated_at, deleted_at = n.deleted_at,
            last_epoch =
              greatest(o.last_epoch, (SELECT w.epoch FROM working w WHERE w.order_id = n.id))
        FROM change n
      """;

  private static final String STORED =
      """
        RETURNING o.id, o.storefront, o.last_epoch
      ),
      """;

  private static final String IF_ALLOWED =
      """
        WHERE o.id = n.id AND EXISTS (SELECT FROM gate)
          AND (SELECT count(*) FROM request) = :requests
      """;

  private static final String ENDED =
      """
      ended AS (
        UPDATE idempotency i
        SET status = n.status, headers = n.headers, body = n.body
        FROM change c, json_to_recordset(:ends::json) AS n
          (order_id uuid, status smallint, headers jsonb, body bytea)
        WHERE n.order_id = c.id AND i.order_id = c.id AND i.status IS NULL
          AND EXISTS (SELECT FROM stored)
        RETURNING 1
      ),
      """;

  private static final String PARTS =
      """
      line AS (
        UPDATE order_line l
        SET allocated = n.allocated, shipped = n.shipped, delivered = n.delivered,
            cancelled = n.cancelled, returned = n.returned
        FROM json_to_recordset(:lines::json) AS n
          (number smallint, allocated integer, shipped integer, delivered integer,
           cancelled integer, returned integer)
        WHERE l.order_id = :id AND l.number = n.number AND EXISTS (SELECT FROM stored)
        RETURNING 1
      ),
      contact AS (
        UPDATE order_contact c
        SET shipping_address = n.shipping_address, shipping_method = n.shipping_method,
            contact_name = n.contact_name, contact_email = n.contact_email,
            contact_phone = n.contact_phone, note = n.note, metadata = n.metadata
        FROM json_to_recordset(:contact::json) AS n
          (shipping_address jsonb, shipping_method text, contact_name text, contact_email text,
           contact_phone text, note text, metadata jsonb)
        WHERE c.order_id = :id AND EXISTS (SELECT FROM stored)
        RETURNING 1
      ),
      """;

  private static final String DONE =
      """
      done AS (
        DELETE FROM order_work w USING change n
        WHERE w.order_id = n.id AND n.due_in IS NULL AND EXISTS (SELECT FROM stored)
        RETURNING 1
      )
      """;

  /** Reading it writes everything but stock. */
  private static final String WRITTEN =
      """
      written AS MATERIALIZED (
        SELECT count(*) AS rows
        FROM (TABLE line UNION ALL TABLE contact UNION ALL TABLE done UNION ALL TABLE ended
              UNION ALL TABLE attempt UNION ALL TABLE journal UNION ALL TABLE head
              UNION ALL TABLE due UNION ALL TABLE claim_line UNION ALL TABLE ledger
      """;

  private static final String BEGIN =
      "WITH\n"
          + ClaimSql.MOVEMENT
          + ClaimSql.LACKING
          + LOCKS
          + EnclosedRequest.TAKE
          + "WHERE EXISTS (SELECT FROM gate)\n"
          + EnclosedRequest.UNLESS_TAKEN
          + "),\n"
          + ORDER
          + IF_ALLOWED
          + STORED
          + ENDED
          + PARTS
          + CommitSql.BESIDE
          + CommitSql.CLAIMING
          + ClaimSql.CLAIM
          + DONE
          + ",\n";

  static final String STATEMENT = BEGIN + WRITTEN + CommitSql.ROWS + ClaimSql.MOVE;
  static final String WITH_RECORDS =
      BEGIN + RecordSql.BESIDE + WRITTEN + RecordSql.ROWS + ClaimSql.MOVE;

  /**
   * Where neither lines nor contact nor records change, nothing is claimed and no request taken:
   * most commits are so, and every plan node that is left out is work for each of them.
   */
  static final String ALONE =
      "WITH\n"
          + WORKING
          + ORDER
          + IS_OLD
          + STORED
          + ENDED
          + CommitSql.BESIDE
          + DONE
          + """
          SELECT count(*) AS stored, NULL AS shortages,
                 CASE WHEN count(*) BETWEEN 1 AND :together - 1 THEN refuse_short_stock('[]') END
          FROM stored
          """;

  private AdvancingSql() {}
}
