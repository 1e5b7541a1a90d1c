-- Outside a transaction. Whoever was cut off from the server may still be making the index there;
-- one that was given up is of no use.
DO $$
BEGIN
  WHILE EXISTS (
    SELECT FROM pg_stat_progress_create_index
    WHERE datname = current_database() AND relid = 'order_line'::regclass) LOOP
    COMMIT;
    PERFORM pg_sleep(1);
  END LOOP;
  IF EXISTS (
    SELECT FROM pg_index
    WHERE indexrelid = to_regclass('order_line_sku_placed') AND NOT indisvalid) THEN
    ALTER INDEX order_line_sku_placed RENAME TO order_line_sku_given_up;
  END IF;
END
$$;

DROP INDEX CONCURRENTLY IF EXISTS order_line_sku_given_up;
CREATE INDEX CONCURRENTLY IF NOT EXISTS order_line_sku_placed
  ON order_line (storefront, sku, placed_at, order_id);
ANALYZE order_line;

-- What comes next takes the old one away.
DO $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_index
    WHERE indexrelid = to_regclass('order_line_sku_placed') AND indisvalid) THEN
    RAISE 'the index order_line_sku_placed was given up by somebody else; migrate again';
  END IF;
END
$$;
