-- What becomes of orders, and of which part of them.
CREATE TEMPORARY TABLE kind AS
SELECT * FROM (VALUES
  (0.000, 0.001, 'PENDING',   'NONE',       'UNFULFILLED',   'UNCLAIMED', 1, 0, 0, 0, false),
  (0.001, 0.040, 'REJECTED',  'NONE',       'NONE_REQUIRED', 'RELEASED',  0, 0, 0, 1, true),
  (0.040, 0.100, 'CANCELLED', 'VOIDED',     'NONE_REQUIRED', 'RELEASED',  0, 0, 0, 1, true),
  (0.100, 0.300, 'CONFIRMED', 'AUTHORIZED', 'UNFULFILLED',   'HELD',      1, 0, 0, 0, false),
  (0.300, 0.500, 'CONFIRMED', 'CAPTURED',   'SHIPPED',       'HELD',      0, 1, 0, 0, false),
  (0.500, 0.970, 'COMPLETED', 'CAPTURED',   'DELIVERED',     'HELD',      0, 1, 1, 0, true),
  (0.970, 1.000, 'COMPLETED', 'REFUNDED',   'DELIVERED',     'HELD',      0, 1, 1, 0, true))
  AS k (least, below, status, payment, fulfilment, stock, allocated, shipped, delivered, cancelled,
        has_ended),
  LATERAL (SELECT CASE status WHEN 'REJECTED' THEN
             '{"reason":"DEADLINE_EXCEEDED","declineCode":null,"shortages":[]}' END) r (rejection);

CREATE TEMPORARY TABLE fresh
  (id uuid, n bigint, storefront text, customer text, sku text, quantity integer, price bigint,
   placed_at timestamptz, updated_at timestamptz, fate double precision, is_deleted boolean);
