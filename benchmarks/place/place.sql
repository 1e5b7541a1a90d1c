-- What the server writes for one order of three lines that is paid with tok_approve, in three
-- statements, which are three transactions. That many have to be: what the provider is asked is
-- durable before it is asked, the provider's own books are the sandbox's commit, and the end of
-- the order comes after its answer. Variables that are not set here are what a stored order has.
\set customer random(1, 100)
\set first random(1, 333)
\set second random(334, 666)
\set third random(667, 999)

WITH line AS MATERIALIZED (
  SELECT number::smallint, product, 'BENCH-' || lpad(product::text, 4, '0') AS sku
  FROM unnest(ARRAY[1, 2, 3], ARRAY[:first::integer, :second::integer, :third::integer])
    AS wanted(number, product)
),
stored AS (
  INSERT INTO orders
    (id, storefront, status, version, change_id, last_event, content_hash, customer_id, currency,
     lines_minor, discount_minor, shipping_minor, tax_included_minor, tax_added_minor, total_minor,
     line_count, record_count, payment_status, fulfillment_status, return_status, stock_state,
     stock_revision, deadline_at, placed_at, updated_at)
  SELECT uuidv7(), 'aurora', 'PENDING', 1, uuidv7(), 1, repeat('0', 64),
         'cus_01890000-0000-7000-8001-' || lpad(:customer::text, 12, '0'), 'EUR', price, 0, 0, 0, 0,
         price, 3, 0, 'NONE', 'UNFULFILLED', 'NONE', 'HELD', 1, now() + interval '15 minutes',
         now(), now()
  FROM (SELECT sum(990 + product) AS price FROM line) AS summed
  RETURNING id, 'ord_' || id AS name, total_minor
),
request AS (
  INSERT INTO idempotency
    (owner, operation, key, fingerprint, storefront, order_id, expires_at)
  SELECT 'aurora', 'POST /v1/orders', left(gen_random_uuid()::text || gen_random_uuid()::text, 43),
         repeat('0', 64), 'aurora', id, now() + interval '48 hours'
  FROM stored
),
lines AS (
  INSERT INTO order_line
    (order_id, number, storefront, placed_at, sku, name, unit_price_minor, quantity, allocated,
     shipped, delivered, cancelled, returned, discounts, taxes)
  SELECT id, number, 'aurora', now(), sku, 'Benchmark product ' || product, 990 + product, 1, 1, 0, 0, 0,
         0, '[]', '[]'
  FROM stored, line
),
contact AS (
  INSERT INTO order_contact
    (order_id, customer_name, customer_email, customer_address, shipping_address, metadata)
  SELECT id, 'Customer ' || :customer::text, 'customer' || :customer::text || '@example.com',
         :address::jsonb, :address::jsonb, '{}'
  FROM stored
),
attempt AS (
  INSERT INTO payment_attempt
    (order_id, number, kind, provider_key, amount_minor, state, token, queued_at)
  SELECT id, 1, 'AUTHORIZE', name || :authorize, total_minor, 'INITIATED', 'tok_approve', now()
  FROM stored
),
journal AS (
  INSERT INTO order_journal (order_id, event_seq, version, type, actor, payload, at)
  SELECT id, 1, 1, 'PLACED', :actor::text, :placed::jsonb, now() FROM stored
),
head AS (
  INSERT INTO outbox_head (order_id, last_seq, fed_seq, published_seq, next_attempt_at)
  SELECT id, 1, 0, 0, now() FROM stored
),
work AS (
  INSERT INTO order_work (order_id, storefront, due_at, leased_until, epoch, tries)
  SELECT id, 'aurora', now() + interval '10 seconds', now() + interval '10 seconds', 1, 0
  FROM stored
),
claim AS (
  INSERT INTO stock_claim (owner, revision) SELECT name, 1 FROM stored
),
claimed AS (
  INSERT INTO stock_claim_line (owner, sku, reserved, shipped, restocked)
  SELECT name, sku, 1, 0, 0 FROM stored, line
),
ledger AS (
  INSERT INTO stock_ledger (sku, kind, quantity, cause)
  SELECT sku, 'CLAIMED', 1, name FROM stored, line
),
locked AS MATERIALIZED (
  SELECT sku FROM stock WHERE sku = ANY (ARRAY(SELECT sku FROM line))
  ORDER BY sku FOR NO KEY UPDATE
),
moved AS (
  UPDATE stock s SET reserved = s.reserved + 1
  FROM locked WHERE s.sku = locked.sku AND s.on_hand - s.reserved >= 1
)
SELECT id AS stored_id, name AS stored_name, total_minor AS stored_total FROM stored \gset

INSERT INTO sandbox_effect
  (provider_key, storefront, order_id, kind, amount_minor, currency, behaviour, answers_at)
VALUES (:stored_name::text || :authorize, 'aurora', :stored_name, 'AUTHORIZE', :stored_total, 'EUR',
        'APPROVE', clock_timestamp());

WITH stored AS (
  UPDATE orders
  SET status = 'CONFIRMED', version = 2, change_id = uuidv7(), last_event = 2, last_epoch = 1,
      payment_status = 'AUTHORIZED', updated_at = now()
  WHERE id = :stored_id AND version = 1
),
attempt AS (
  UPDATE payment_attempt
  SET state = 'SUCCEEDED', token = NULL, provider_ref = 'sbx_' || provider_key,
      expires_at = now() + interval '7 days'
  WHERE order_id = :stored_id AND number = 1
),
journal AS (
  INSERT INTO order_journal (order_id, event_seq, version, type, actor, payload, at)
  VALUES (:stored_id, 2, 2, 'CONFIRMED', 'system', :confirmed::jsonb, now())
),
head AS (
  INSERT INTO outbox_head (order_id, last_seq, fed_seq, published_seq, next_attempt_at)
  VALUES (:stored_id, 2, 1, 1, now())
  ON CONFLICT (order_id) DO UPDATE SET last_seq = excluded.last_seq
),
work AS (
  DELETE FROM order_work WHERE order_id = :stored_id
)
UPDATE idempotency
SET status = 201, headers = :headers::jsonb, body = convert_to(:body, 'UTF8')
WHERE order_id = :stored_id AND status IS NULL;
