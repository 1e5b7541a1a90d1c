-- By itself, so that whoever repeats it has the new one. It serves the version before as well.
DROP INDEX CONCURRENTLY IF EXISTS order_line_sku;
