-- Outside a transaction, for as long as it takes, beside servers at work: 1,000 orders at a time,
-- which are locked before their lines and in one order, as by commits. What is filled in already is
-- passed by without a lock, so that it goes on wherever it ended. Whoever does not get an order
-- within a second lets go of all of them, and tries again.
DO $$
DECLARE
  done uuid := '00000000-0000-0000-0000-000000000000';
  batch uuid[];
BEGIN
  LOOP
    BEGIN
      SET LOCAL lock_timeout = '1s';
      batch := ARRAY(
        SELECT o.id FROM orders o
        WHERE o.id > done
          AND EXISTS (
            SELECT FROM order_line l WHERE l.order_id = o.id AND l.placed_at IS NULL OFFSET 0)
        ORDER BY o.id LIMIT 1000 FOR NO KEY UPDATE);
      UPDATE order_line l SET placed_at = o.placed_at
      FROM orders o
      WHERE o.id = ANY (batch) AND l.order_id = o.id AND l.placed_at IS NULL;
    EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
      batch := NULL;
    END;
    COMMIT;
    EXIT WHEN cardinality(batch) < 1000;
    IF batch IS NULL THEN
      PERFORM pg_sleep(1);
    ELSE
      done := batch[1000];
    END IF;
  END LOOP;
END
$$;
