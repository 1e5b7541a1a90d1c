package io.storefront.adapters.sandbox;

/** The statements of the {@link SandboxLedger}. */
final class SandboxSql {
  private static final String EXPIRY =
      """
      recorded_at + CASE behaviour WHEN 'EXPIRE_SOON' THEN interval '1 second'
                                   ELSE interval '7 days' END\
      """;

  /** What an {@link Effect} is read from. */
  private static final String EFFECT =
      """
      provider_key, storefront, order_id, kind, amount_minor, currency, behaviour, decline_code,
      extract(epoch FROM answers_at - clock_timestamp()) AS answers_in,
      %s AS expires_at
      """
          .formatted(EXPIRY);

  /** Gives nothing if there is a row of that key. */
  static final String RECORD =
      """
      INSERT INTO sandbox_effect (provider_key, storefront, order_id, kind, amount_minor, currency,
                                  behaviour, decline_code, acts_on, answers_at)
      VALUES (:key, :storefront, :order, :kind, :amount, :currency, :behaviour, :declineCode,
              :actsOn, clock_timestamp() + :seconds * interval '1 second')
      ON CONFLICT (provider_key) DO NOTHING
      RETURNING
      """
          + EFFECT;

  static final String FIND =
      "SELECT\n" + EFFECT + "FROM sandbox_effect\nWHERE provider_key = :key\n";

  static final String COUNT_SEND =
      """
      INSERT INTO sandbox_request (provider_key, sends) VALUES (:key, 1)
      ON CONFLICT (provider_key) DO UPDATE SET sends = sandbox_request.sends + 1
      RETURNING sends
      """;

  /** Two orders that bring one authorization wait here for each other. */
  static final String TAKE_TURN =
      "SELECT pg_advisory_xact_lock(hashtextextended('sandbox ' || :brought, 0)) IS NULL";

  /** A statement of its own, so that it sees what came before its turn. */
  static final String IS_TAKEN =
      """
      SELECT EXISTS (
        SELECT FROM sandbox_effect
        WHERE acts_on = :brought AND kind = 'AUTHORIZE' AND decline_code IS NULL
          AND provider_key <> :key)
      """;

  /** Whatever acts on one authorization, or on one capture, waits here for the other. */
  static final String LOCK_TARGET =
      """
      SELECT provider_key, amount_minor,
             behaviour = 'WAIT_FOR_CUSTOMER' AND answers_at > clock_timestamp() AS waits,
             %s <= clock_timestamp() AS expired
      FROM sandbox_effect
      WHERE provider_key = :target AND order_id = :order AND currency = :currency
        AND kind = :kind AND decline_code IS NULL
      FOR UPDATE
      """
          .formatted(EXPIRY);

  /** Decides between a void and the customer: whoever comes second finds it decided. */
  static final String STOP_WAITING =
      """
      UPDATE sandbox_effect SET decline_code = :code
      WHERE provider_key = :authorization
        AND behaviour = 'WAIT_FOR_CUSTOMER' AND answers_at > clock_timestamp()
      """;

  static final String DONE_WITH_IT =
      """
      SELECT kind, sum(amount_minor) AS amount
      FROM sandbox_effect
      WHERE acts_on = :target AND decline_code IS NULL
      GROUP BY kind
      """;

  private SandboxSql() {}
}
