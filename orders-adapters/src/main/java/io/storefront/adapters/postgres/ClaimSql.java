package io.storefront.adapters.postgres;

/**
 * How a restated claim is written: the same words in every statement that does. They follow a
 * common table {@code claiming}, which has rows if the claims may be made, and {@code
 * written(rows)}, which is read before any stock is locked.
 */
final class ClaimSql {
  /** What moves; a parameter of every statement. */
  static final String MOVEMENT =
      """
      movement AS MATERIALIZED (
        SELECT * FROM json_to_recordset(:movements::json)
          AS m(sku text, reserved_by bigint, on_hand_by bigint, taken bigint)
      ),
      """;

  /**
   * What a plain look finds lacking, unless the claim has been restated since it was read. It
   * spares the locks and the writing where the shelf is empty; the guard of the update decides.
   */
  static final String LACKING =
      """
      lacking AS MATERIALIZED (
        SELECT m.sku, m.taken AS requested, coalesce(s.available, 0) AS available
        FROM movement m
        LEFT JOIN (SELECT sku, on_hand - reserved AS available
                   FROM stock WHERE sku = ANY (:skus)) s ON s.sku = m.sku
        WHERE NOT :again AND coalesce(s.available, 0) < m.taken
          AND :seen = coalesce((SELECT revision FROM stock_claim WHERE owner = :owner), 0)
      ),
      """;

  static final String CLAIM =
      """
      claim_line AS (
        INSERT INTO stock_claim_line AS c (owner, sku, reserved, shipped, restocked)
        SELECT n.*
        FROM json_to_recordset(:claimLines::json)
          AS n(owner text, sku text, reserved integer, shipped integer, restocked integer)
        WHERE EXISTS (SELECT FROM claiming)
        ON CONFLICT (owner, sku) DO UPDATE
        SET reserved = excluded.reserved, shipped = excluded.shipped,
            restocked = excluded.restocked
        RETURNING 1
      ),
      ledger AS (
        INSERT INTO stock_ledger (sku, kind, quantity, cause)
        SELECT l.*
        FROM json_to_recordset(:entries::json)
          AS l(sku text, kind text, quantity bigint, cause text)
        WHERE EXISTS (SELECT FROM claiming)
        RETURNING 1
      ),
      """;

  /**
   * Stock comes last, so that a hot row is locked for the shortest time; rows are locked in byte
   * order first, because an update takes them in whatever order its plan has. The update passes
   * over a row that was short when the statement began, even if it no longer is once it is locked;
   * then all is refused without any shortage, so that it is tried again.
   */
  static final String MOVE =
      """
      locked AS MATERIALIZED (
        SELECT s.sku, s.on_hand - s.reserved AS available
        FROM stock s
        WHERE s.sku = ANY (:skus) AND EXISTS (SELECT FROM claiming)
          AND (SELECT rows FROM written) >= 0
        ORDER BY s.sku
        FOR NO KEY UPDATE OF s
      ),
      moved AS (
        UPDATE stock s
        SET reserved = s.reserved + m.reserved_by, on_hand = s.on_hand + m.on_hand_by
        FROM movement m JOIN locked l ON l.sku = m.sku
        WHERE s.sku = m.sku AND s.on_hand - s.reserved >= m.taken
        RETURNING s.sku
      )
      SELECT
        (SELECT count(*) FROM stored) AS stored,
        (SELECT json_agg(k ORDER BY k.sku) FROM lacking k) AS shortages,
        CASE WHEN EXISTS (SELECT FROM claiming)
                  AND (SELECT count(*) FROM moved) < (SELECT count(*) FROM movement)
             THEN refuse_short_stock(
               (SELECT coalesce(jsonb_agg(jsonb_build_object(
                         'sku', m.sku, 'requested', m.taken,
                         'available', coalesce(l.available, 0)) ORDER BY m.sku), '[]')
                FROM movement m LEFT JOIN locked l ON l.sku = m.sku
                WHERE coalesce(l.available, 0) < m.taken)) END
      """;

  private ClaimSql() {}
}
