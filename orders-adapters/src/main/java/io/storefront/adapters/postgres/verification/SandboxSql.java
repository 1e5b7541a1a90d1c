package io.storefront.adapters.postgres.verification;

/** The queries of {@link SandboxInvariants}. */
final class SandboxSql {
  /** The provider's effects, and which of its authorizations it has let go of. */
  private static final String EFFECTS =
      """
      effect AS (
        SELECT l.*, l.kind = 'AUTHORIZE' AND EXISTS (
            SELECT FROM sandbox_effect v
            WHERE v.acts_on = l.provider_key AND v.kind = 'VOID' AND v.decline_code IS NULL)
          AS voided
        FROM sandbox_ledger l
      )
      """;

  private static final String LEDGER =
      EFFECTS
          + """
          , ledger AS (
            SELECT order_id,
              coalesce(sum(amount_minor) FILTER (WHERE kind = 'AUTHORIZE'), 0) AS authorized,
              coalesce(sum(amount_minor) FILTER (WHERE kind = 'AUTHORIZE' AND NOT voided), 0)
                AS held,
              coalesce(sum(amount_minor) FILTER (WHERE kind = 'CAPTURE'), 0) AS captured,
              coalesce(sum(amount_minor) FILTER (WHERE kind = 'REFUND'), 0) AS refunded
            FROM effect GROUP BY order_id
          )
          """;

  static final String ONE_EFFECT_A_KEY =
      Look.COUNTING
          + """
          SELECT provider_key, count(*) AS effects FROM sandbox_ledger
          GROUP BY provider_key HAVING count(*) > 1
          """
          + Look.FIRST;

  static final String EFFECTS_WERE_ASKED_FOR =
      Look.COUNTING
          + """
          SELECT l.order_id, l.provider_key, l.kind, l.amount_minor, l.currency
          FROM sandbox_ledger l
          LEFT JOIN payment_attempt p ON p.provider_key = l.provider_key
          LEFT JOIN orders o ON o.id = p.order_id
          WHERE (l.order_id, l.kind, l.amount_minor, l.currency)
            IS DISTINCT FROM ('ord_' || o.id, p.kind, p.amount_minor, o.currency)
          """
          + Look.FIRST;

  /** A void may have had nothing to let go of, but afterwards nothing is held. */
  static final String SETTLED_ATTEMPTS_ARE_TRUE =
      Look.COUNTING
          + "WITH "
          + EFFECTS
          + """
          SELECT 'ord_' || p.order_id AS order_id, p.number, p.kind, p.state,
                 e.provider_key IS NOT NULL AS provider_did_it
          FROM payment_attempt p LEFT JOIN effect e ON e.provider_key = p.provider_key
          WHERE (p.state = 'SUCCEEDED' AND p.kind <> 'VOID' AND e.provider_key IS NULL)
             OR (p.state = 'SUCCEEDED' AND p.kind = 'VOID' AND EXISTS (
                   SELECT FROM effect a
                   WHERE a.provider_key = p.target_key AND NOT a.voided))
             OR (p.state = 'FAILED' AND e.provider_key IS NOT NULL AND NOT e.voided)
          """
          + Look.FIRST;

  static final String PROVIDER_STAYS_IN_BOUNDS =
      Look.COUNTING
          + "WITH "
          + LEDGER
          + """
          SELECT l.order_id, o.total_minor, l.authorized, l.held, l.captured, l.refunded
          FROM ledger l LEFT JOIN orders o ON 'ord_' || o.id = l.order_id
          WHERE greatest(l.held, l.captured) > coalesce(o.total_minor, 0)
             OR l.captured > l.authorized OR l.refunded > l.captured
          """
          + Look.FIRST;

  static final String PROVIDER_HOLDS_NOTHING_FOR_ENDED_ORDERS =
      Look.COUNTING
          + "WITH "
          + LEDGER
          + """
          SELECT l.order_id, o.status, l.held, l.captured
          FROM ledger l JOIN orders o ON 'ord_' || o.id = l.order_id
          WHERE o.status IN ('REJECTED', 'CANCELLED') AND l.held > l.captured
            AND o.held_at IS NULL
            AND o.updated_at < now() - interval '5 minutes'
          """
          + Look.FIRST;

  private SandboxSql() {}
}
