-- What the load buys and who buys it, beside the demo: 1,000 products with plenty of stock, and 100
-- customers of the demo's storefront aurora.
CREATE TEMPORARY TABLE item AS
SELECT n, 'BENCH-' || lpad(n::text, 4, '0') AS sku,
       'adj_01890000-0000-7000-8002-' || lpad(n::text, 12, '0') AS adjustment
FROM generate_series(1, 1000) n;

INSERT INTO product (sku, name, active, version, created_at, updated_at)
SELECT sku, 'Benchmark product ' || n, true, 1, now(), now() FROM item;

INSERT INTO product_price (sku, currency, amount_minor)
SELECT sku, 'EUR', 990 + n FROM item;

INSERT INTO stock (sku, on_hand) SELECT sku, 10000000 FROM item;

INSERT INTO stock_ledger (sku, kind, quantity, cause)
SELECT sku, 'RECEIVED', 10000000, adjustment FROM item;

INSERT INTO stock_adjustment (id, sku, quantity, reason, at, on_hand, reserved)
SELECT adjustment, sku, 10000000, 'RECEIVED', now(), 10000000, 0 FROM item;

INSERT INTO customer (id, storefront, name, email, default_address, status, version, created_at,
                      updated_at)
SELECT 'cus_01890000-0000-7000-8001-' || lpad(n::text, 12, '0'), 'aurora', 'Customer ' || n,
       'customer' || n || '@example.com', ada.default_address, 'ACTIVE', 1, now(), now()
FROM generate_series(1, 100) n,
     (SELECT default_address FROM customer
      WHERE id = 'cus_01890000-0000-7000-8000-000000000001') ada;
