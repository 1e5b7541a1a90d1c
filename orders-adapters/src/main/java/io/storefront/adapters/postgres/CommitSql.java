package io.storefront.adapters.postgres;

/**
 * What new orders and later versions of them have in common. It follows common tables {@code
 * change}, which has a row for each order, and {@code stored(id, storefront, last_epoch)}, which
 * has all of those rows or none.
 */
final class CommitSql {
  /**
   * The end of {@code change}. What a function gives the planner takes for 100 rows, for which it
   * would read small tables from end to end, and go on so while they grow; of rows that are equal
   * to something it expects one, so that it looks each of them up.
   */
  static final String TOGETHER = "WHERE c.together = :together\n),\n";

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
        SELECT n.*
        FROM json_to_recordset(:attempts::json) AS n
          (order_id uuid, number integer, kind text, provider_key text, amount_minor bigint,
           state text, token text, target_key text, target_ref text, cause uuid, provider_ref text,
           decline_code text, next_action_type text, next_action_url text, queued_at timestamptz,
           expires_at timestamptz)
        WHERE EXISTS (SELECT FROM stored)
        ON CONFLICT (order_id, number) DO UPDATE
        SET state = excluded.state, token = excluded.token, provider_ref = excluded.provider_ref,
            decline_code = excluded.decline_code, next_action_type = excluded.next_action_type,
            next_action_url = excluded.next_action_url, expires_at = excluded.expires_at
        RETURNING 1
      ),
      journal AS (
        INSERT INTO order_journal (order_id, version, event_seq, type, actor, payload, at)
        SELECT n.*
        FROM json_to_recordset(:events::json) AS n
          (order_id uuid, version bigint, event_seq integer, type text, actor text,
           payload jsonb, at timestamptz)
        WHERE EXISTS (SELECT FROM stored)
        RETURNING 1
      ),
      head AS (
        INSERT INTO outbox_head (order_id, last_seq, fed_seq, published_seq, next_attempt_at)
        SELECT c.id, c.last_event, c.last_event - c.told, c.last_event - c.told, now()
        FROM change c WHERE c.told > 0 AND EXISTS (SELECT FROM stored)
        ORDER BY c.id
        ON CONFLICT (order_id) DO UPDATE SET last_seq = excluded.last_seq
        RETURNING 1
      ),
      due AS (
        INSERT INTO order_work AS w (order_id, storefront, due_at, leased_until, epoch, tries)
        SELECT o.id, o.storefront, now() + c.due_in * interval '1 millisecond',
               now() + c.leased_for * interval '1 millisecond', o.last_epoch + 1, 0
        FROM change c JOIN stored o ON o.id = c.id WHERE c.due_in IS NOT NULL
        ON CONFLICT (order_id) DO UPDATE
        SET due_at = excluded.due_at, leased_until = excluded.leased_until, tries = 0,
            epoch = w.epoch + (SELECT c.raised_by FROM change c WHERE c.id = w.order_id)
        RETURNING 1
      ),
      """;

  /** The claims' heads, where anything is claimed. */
  static final String CLAIMING =
      """
      claiming AS (
        INSERT INTO stock_claim (owner, revision)
        SELECT n.*
        FROM json_to_recordset(:claims::json) AS n (owner text, revision integer)
        WHERE EXISTS (SELECT FROM stored)
        ON CONFLICT (owner) DO UPDATE SET revision = excluded.revision
        RETURNING owner
      ),
      """;

  /** Ends what is written but for stock, where an order has no records. */
  static final String ROWS = ") part\n),\n";

  private CommitSql() {}
}
