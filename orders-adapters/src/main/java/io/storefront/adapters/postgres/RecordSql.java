package io.storefront.adapters.postgres;

/** What a commit adds that stores an order with records; written or changed only where they are. */
final class RecordSql {
  private static final String UNITS =
      """
      cancelled AS (
        INSERT INTO cancellation (order_id, number, id, lines, quantities, reason, at, actor)
        SELECT o.id, n.*
        FROM stored o, json_to_recordset(:cancellations::json) AS n
          (number smallint, id uuid, lines smallint[], quantities integer[], reason text,
           at timestamptz, actor text)
        ON CONFLICT (order_id, number) DO NOTHING
        RETURNING 1
      ),
      shipped AS (
        INSERT INTO shipment AS s
          (order_id, number, id, lines, quantities, carrier, tracking_number, shipped_at, actor)
        SELECT o.id, n.*
        FROM stored o, json_to_recordset(:shipments::json) AS n
          (number smallint, id uuid, lines smallint[], quantities integer[], carrier text,
           tracking_number text, shipped_at timestamptz, actor text)
        ON CONFLICT (order_id, number) DO UPDATE
        SET carrier = excluded.carrier, tracking_number = excluded.tracking_number
        WHERE (s.carrier, s.tracking_number)
          IS DISTINCT FROM (excluded.carrier, excluded.tracking_number)
        RETURNING 1
      ),
      carried AS (
        INSERT INTO carrier_event
          (shipment, number, carrier_event_id, type, occurred_at, recorded_at, actor)
        SELECT n.*
        FROM stored o, json_to_recordset(:carrierEvents::json) AS n
          (shipment uuid, number integer, carrier_event_id text, type text,
           occurred_at timestamptz, recorded_at timestamptz, actor text)
        ON CONFLICT (shipment, number) DO NOTHING
        RETURNING 1
      ),
      """;

  private static final String GIVEN_BACK =
      """
      refunded AS (
        INSERT INTO refund AS r
          (order_id, number, id, lines, quantities, shipping_minor, adjustment_minor,
           amount_minor, reason, state, at, actor)
        SELECT o.id, n.*
        FROM stored o, json_to_recordset(:refunds::json) AS n
          (number smallint, id uuid, lines smallint[], quantities integer[],
           shipping_minor bigint, adjustment_minor bigint, amount_minor bigint, reason text,
           state text, at timestamptz, actor text)
        ON CONFLICT (order_id, number) DO UPDATE
        SET state = excluded.state WHERE r.state <> excluded.state
        RETURNING 1
      ),
      returned AS (
        INSERT INTO order_return AS r
          (order_id, number, id, lines, quantities, restocked, written_off, reason, state,
           requested_at, actor)
        SELECT o.id, n.*
        FROM stored o, json_to_recordset(:returns::json) AS n
          (number smallint, id uuid, lines smallint[], quantities integer[],
           restocked integer[], written_off integer[], reason text, state text,
           requested_at timestamptz, actor text)
        ON CONFLICT (order_id, number) DO UPDATE
        SET restocked = excluded.restocked, written_off = excluded.written_off,
            state = excluded.state
        WHERE (r.restocked, r.written_off, r.state)
          IS DISTINCT FROM (excluded.restocked, excluded.written_off, excluded.state)
        RETURNING 1
      ),
      """;

  /** Follows a common table {@code stored(id)}. */
  static final String BESIDE = UNITS + GIVEN_BACK;

  /** Ends what is written but for stock. */
  static final String ROWS =
      """
              UNION ALL TABLE cancelled UNION ALL TABLE shipped UNION ALL TABLE carried
              UNION ALL TABLE refunded UNION ALL TABLE returned) part
      ),
      """;

  /** Of the order {@code o}; only an order that has records is looked for among them. */
  static final String READ =
      """
      CASE WHEN o.record_count > 0 THEN json_build_object(
        'cancellations',
        (SELECT coalesce(json_agg(r ORDER BY r.number), '[]')
         FROM cancellation r WHERE r.order_id = o.id),
        'shipments',
        (SELECT coalesce(json_agg(r ORDER BY r.number), '[]')
         FROM shipment r WHERE r.order_id = o.id),
        'carrier_events',
        (SELECT coalesce(json_agg(e ORDER BY e.shipment, e.number), '[]')
         FROM carrier_event e
         WHERE e.shipment = ANY (ARRAY(SELECT r.id FROM shipment r WHERE r.order_id = o.id))),
        'refunds',
        (SELECT coalesce(json_agg(r ORDER BY r.number), '[]')
         FROM refund r WHERE r.order_id = o.id),
        'returns',
        (SELECT coalesce(json_agg(r ORDER BY r.number), '[]')
         FROM order_return r WHERE r.order_id = o.id)) END AS records
      """;

  private RecordSql() {}
}
