-- Runs outside a transaction, for as long as it takes, beside servers at work: no lock is held for
-- more than 1,000 orders. Each step may be repeated, so that it goes on after whatever ended it.

-- Orders are locked before their lines and in one order, as commits do.
DO $$
DECLARE
  done uuid := '00000000-0000-0000-0000-000000000000';
  batch uuid[];
BEGIN
  LOOP
    batch := ARRAY(
      SELECT id FROM orders WHERE id > done ORDER BY id LIMIT 1000 FOR NO KEY UPDATE);
    UPDATE order_line l SET placed_at = o.placed_at
    FROM orders o
    WHERE o.id = ANY (batch) AND l.order_id = o.id AND l.placed_at IS NULL;
    COMMIT;
    EXIT WHEN cardinality(batch) < 1000;
    done := batch[1000];
  END LOOP;
END
$$;

-- One that was not finished is there, and of no use.
DROP INDEX CONCURRENTLY IF EXISTS order_line_sku_placed;
CREATE INDEX CONCURRENTLY order_line_sku_placed
  ON order_line (storefront, sku, placed_at, order_id);
ANALYZE order_line;
DROP INDEX CONCURRENTLY IF EXISTS order_line_sku;
