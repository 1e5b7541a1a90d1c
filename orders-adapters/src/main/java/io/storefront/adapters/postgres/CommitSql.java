package io.storefront.adapters.postgres;

/**
 * What a new order and a later version of one have in common. It follows a common table {@code
 * stored(id, storefront, last_event, last_epoch)}, which has a row if the order was stored.
 */
final class CommitSql {
  /**
   * Attempts, journal, outbox and work. Work under the committer's own lease keeps its epoch; every
   * other commit ends whatever lease there is.
   */
  static final String BESIDE =
      """
      attempt AS (
        INSERT INTO payment_attempt
          (order_id, number, kind, provider_key, amount_minor, state, token, target_key,
           target_ref, cause, provider_ref, decline_code, next_action_type, next_action_url,
           queued_at, expires_at)
        SELECT o.id, n.*
        FROM stored o, json_to_recordset(:attempts::json) AS n
          (number integer, kind text, provider_key text, amount_minor bigint, state text,
           token text, target_key text, target_ref text, cause uuid, provider_ref text,
           decline_code text, next_action_type text, next_action_url text, queued_at timestamptz,
           expires_at timestamptz)
        ON CONFLICT (order_id, number) DO UPDATE
        SET state = excluded.state, token = excluded.token, provider_ref = excluded.provider_ref,
            decline_code = excluded.decline_code, next_action_type = excluded.next_action_type,
            next_action_url = excluded.next_action_url, expires_at = excluded.expires_at
        RETURNING 1
      ),
      journal AS (
        INSERT INTO order_journal (order_id, version, event_seq, type, actor, payload, at)
        SELECT o.id, :version, n.*
        FROM stored o, json_to_recordset(:events::json) AS n
          (event_seq integer, type text, actor text, payload jsonb, at timestamptz)
        RETURNING 1
      ),
      head AS (
        INSERT INTO outbox_head (order_id, last_seq, fed_seq, published_seq, next_attempt_at)
        SELECT o.id, o.last_event, o.last_event - :told, o.last_event - :told, now()
        FROM stored o WHERE :told > 0
        ON CONFLICT (order_id) DO UPDATE SET last_seq = excluded.last_seq
        RETURNING 1
      ),
      due AS (
        INSERT INTO order_work AS w (order_id, storefront, due_at, leased_until, epoch, tries)
        SELECT o.id, o.storefront, now() + :workMillis * interval '1 millisecond',
               CASE WHEN :work = 'LEASED' THEN now() + :workMillis * interval '1 millisecond' END,
               o.last_epoch + 1, 0
        FROM stored o WHERE :work <> 'DONE'
        ON CONFLICT (order_id) DO UPDATE
        SET due_at = excluded.due_at, leased_until = excluded.leased_until, tries = 0,
            epoch = w.epoch
              + CASE WHEN :work = 'LEASED' AND :epoch::bigint IS NOT NULL THEN 0 ELSE 1 END
        RETURNING 1
      ),
      """;

  /** The claim's head, where anything is claimed. */
  static final String CLAIMING =
      """
      claiming AS (
        INSERT INTO stock_claim (owner, revision)
        SELECT :owner, :revision FROM stored WHERE :revision::integer IS NOT NULL
        ON CONFLICT (owner) DO UPDATE SET revision = excluded.revision
        RETURNING owner
      ),
      """;

  /** Ends what is written but for stock, where an order has no records. */
  static final String ROWS = ") part\n),\n";

  private CommitSql() {}
}
