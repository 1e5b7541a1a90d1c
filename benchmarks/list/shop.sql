-- Orders :first to :last of a shop that takes one every three seconds. All but the draws follows
-- from an order's number n, so that whoever measures knows what there is:
--
-- storefront  aurora has 12 of 20, harbor 5, three others one each
-- customer    20 orders each, 20,000 orders apart; but each 400th is of one and the same
-- sku         RARE-0, RARE-1 … are in 100 orders each, MIDDLE is in 1,900, SKU-0 in 3 of 100
INSERT INTO fresh
SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7'
         || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 15))::uuid AS id,
       n,
       CASE WHEN n % 20 < 12 THEN 'aurora' WHEN n % 20 < 17 THEN 'harbor'
            ELSE 'shop-' || n % 20 END AS storefront,
       'cus_' || md5((CASE WHEN n % 400 = 21 THEN 1
                           ELSE n / 400000 * 20000 + n % 20000 END)::text)::uuid AS customer,
       CASE WHEN n % 1000 = 7 THEN 'RARE-' || n / 100000
            WHEN n % 500 = 211 AND n < 950000 THEN 'MIDDLE'
            ELSE 'SKU-' || floor(1000 * random() ^ 2) END AS sku,
       1 + floor(3 * random()) AS quantity,
       500 + floor(9500 * random()) AS price,
       at AS placed_at,
       at + 1.5 * interval '1 second' + random() ^ 3 * interval '20 days' AS updated_at,
       random() AS fate,
       random() < 0.01 AS is_deleted
FROM (SELECT n, timestamptz '2025-01-01Z' + n * interval '3 seconds' AS at
      FROM generate_series(:first::bigint, :last::bigint) n) numbered;

INSERT INTO orders
  (id, storefront, status, version, change_id, last_event, external_reference, content_hash,
   customer_id, currency, lines_minor, discount_minor, shipping_minor, tax_included_minor,
   tax_added_minor, total_minor, line_count, record_count, payment_status, fulfillment_status,
   return_status, stock_state, stock_revision, rejection, deadline_at, placed_at, updated_at,
   deleted_at)
SELECT f.id, f.storefront, k.status, 2, f.id, 2, 'WEB-' || f.n, md5(f.sku), f.customer, 'EUR',
       f.quantity * f.price, 0, 490, 0, 0, f.quantity * f.price + 490, 1, 0, k.payment,
       k.fulfilment, 'NONE', k.stock, 1, k.rejection::jsonb, f.placed_at + interval '15 minutes',
       f.placed_at, f.updated_at, CASE WHEN f.is_deleted AND k.has_ended THEN f.updated_at END
FROM fresh f JOIN kind k ON f.fate >= k.least AND f.fate < k.below
ORDER BY f.n;

INSERT INTO order_line
  (order_id, number, storefront, placed_at, sku, name, unit_price_minor, quantity, allocated,
   shipped, delivered, cancelled, returned, discounts, taxes)
SELECT f.id, 1, f.storefront, f.placed_at, f.sku, 'Something from the shelf', f.price, f.quantity,
       f.quantity * k.allocated, f.quantity * k.shipped, f.quantity * k.delivered,
       f.quantity * k.cancelled, 0, '[]', '[]'
FROM fresh f JOIN kind k ON f.fate >= k.least AND f.fate < k.below
ORDER BY f.n;

INSERT INTO order_contact (order_id, customer_name, customer_email, metadata)
SELECT f.id, 'Customer ' || f.n, 'customer-' || f.n || '@example.com', '{}' FROM fresh f;
