-- PostgreSQL 15 and later. Whatever a constraint can forbid is forbidden here as well as in code:
-- guards that live only in code have died unnoticed.
--
-- Amounts are minor units of the currency beside them. Texts that are compared or sorted as keys
-- are COLLATE "C": by their bytes. Times of leases and expiry are the database's own now().

-- Units of an order's lines stand in arrays side by side, in the order of the lines' numbers.
CREATE FUNCTION are_units(lines smallint[], quantities integer[]) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT lines = ARRAY(SELECT DISTINCT line FROM unnest(lines) line ORDER BY line)
    AND NOT EXISTS (
      SELECT FROM unnest(lines, quantities) unit(line, quantity)
      WHERE (line BETWEEN 1 AND 200 AND quantity >= 1) IS NOT TRUE)
$$;

-- What came back of what was wanted back; all of it, or less.
CREATE FUNCTION came_back
  (wanted integer[], restocked integer[], written_off integer[], whole boolean)
RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT NOT EXISTS (
    SELECT FROM unnest(wanted, restocked, written_off) unit(quantity, good, bad)
    WHERE (good >= 0 AND bad >= 0 AND good + bad <= quantity) IS NOT TRUE
       OR (whole AND good + bad < quantity))
$$;

-- Orders --------------------------------------------------------------------------------------

CREATE TABLE orders (
  id                  uuid PRIMARY KEY,
  storefront          text COLLATE "C" NOT NULL,
  status              text COLLATE "C" NOT NULL
    CHECK (status IN ('PENDING', 'CONFIRMED', 'COMPLETED', 'REJECTED', 'CANCELLED')),
  version             bigint NOT NULL CHECK (version >= 1),
  change_id           uuid NOT NULL,
  last_event          integer NOT NULL CHECK (last_event >= 1),
  last_epoch          bigint NOT NULL DEFAULT 0 CHECK (last_epoch >= 0),
  external_reference  text COLLATE "C",
  content_hash        text COLLATE "C" NOT NULL,
  customer_id         text COLLATE "C" NOT NULL,
  currency            char(3) NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  lines_minor         bigint NOT NULL CHECK (lines_minor >= 0),
  discount_minor      bigint NOT NULL CHECK (discount_minor >= 0),
  shipping_minor      bigint NOT NULL CHECK (shipping_minor >= 0),
  tax_included_minor  bigint NOT NULL CHECK (tax_included_minor >= 0),
  tax_added_minor     bigint NOT NULL CHECK (tax_added_minor >= 0),
  total_minor         bigint NOT NULL CHECK (total_minor >= 0),
  line_count          smallint NOT NULL CHECK (line_count BETWEEN 1 AND 200),
  record_count        integer NOT NULL CHECK (record_count >= 0),
  payment_status      text COLLATE "C" NOT NULL
    CHECK (payment_status IN ('NONE', 'AUTHORIZED', 'PARTIALLY_CAPTURED', 'CAPTURED',
                              'PARTIALLY_REFUNDED', 'REFUNDED', 'VOIDED', 'EXPIRED')),
  fulfillment_status  text COLLATE "C" NOT NULL
    CHECK (fulfillment_status IN ('UNFULFILLED', 'PARTIALLY_SHIPPED', 'SHIPPED',
                                  'PARTIALLY_DELIVERED', 'DELIVERED', 'NONE_REQUIRED')),
  return_status       text COLLATE "C" NOT NULL
    CHECK (return_status IN ('NONE', 'REQUESTED', 'PARTIALLY_RETURNED', 'RETURNED')),
  stock_state         text COLLATE "C" NOT NULL
    CHECK (stock_state IN ('UNCLAIMED', 'HELD', 'RESTATING', 'RELEASING', 'RELEASED')),
  stock_revision      integer NOT NULL CHECK (stock_revision >= 0),
  rejection           jsonb,
  cancel_requested_at timestamptz,
  cancel_requested_by text,
  cancel_reason       text,
  held_at             timestamptz,
  held_by             text,
  hold_reason         text,
  deadline_at         timestamptz NOT NULL,
  placed_at           timestamptz NOT NULL,
  updated_at          timestamptz NOT NULL,
  deleted_at          timestamptz,
  CONSTRAINT orders_total CHECK
    (total_minor = lines_minor - discount_minor + shipping_minor + tax_added_minor),
  CONSTRAINT orders_rejection CHECK ((status = 'REJECTED') = (rejection IS NOT NULL)),
  CONSTRAINT orders_cancel_request
    CHECK (num_nulls(cancel_requested_at, cancel_requested_by, cancel_reason) IN (0, 3)),
  CONSTRAINT orders_cancelled_as_requested
    CHECK (cancel_requested_at IS NULL OR status IN ('PENDING', 'CANCELLED')),
  CONSTRAINT orders_hold CHECK (num_nulls(held_at, held_by, hold_reason) IN (0, 3)),
  CONSTRAINT orders_deleted CHECK
    (deleted_at IS NULL OR status IN ('COMPLETED', 'REJECTED', 'CANCELLED'))
);

-- Six indexes with the primary key, and no more: each one slows placing.
CREATE UNIQUE INDEX orders_reference ON orders (external_reference, storefront)
  WHERE status <> 'REJECTED';
CREATE INDEX orders_rejected_reference ON orders (external_reference, storefront)
  WHERE status = 'REJECTED';
CREATE INDEX orders_placed ON orders (storefront, placed_at, id);
CREATE INDEX orders_updated ON orders (storefront, updated_at, id);
CREATE INDEX orders_customer ON orders (customer_id);

CREATE TABLE order_line (
  order_id         uuid NOT NULL REFERENCES orders,
  number           smallint NOT NULL CHECK (number BETWEEN 1 AND 200),
  storefront       text COLLATE "C" NOT NULL,
  sku              text COLLATE "C" NOT NULL,
  name             text NOT NULL,
  unit_price_minor bigint NOT NULL CHECK (unit_price_minor >= 0),
  quantity         integer NOT NULL CHECK (quantity BETWEEN 1 AND 10000),
  allocated        integer NOT NULL CHECK (allocated >= 0),
  shipped          integer NOT NULL CHECK (shipped >= 0),
  delivered        integer NOT NULL CHECK (delivered BETWEEN 0 AND shipped),
  cancelled        integer NOT NULL CHECK (cancelled >= 0),
  returned         integer NOT NULL CHECK (returned BETWEEN 0 AND shipped),
  discounts        jsonb NOT NULL,
  taxes            jsonb NOT NULL,
  PRIMARY KEY (order_id, number),
  CONSTRAINT order_line_units CHECK (quantity = allocated + shipped + cancelled)
);
CREATE INDEX order_line_sku ON order_line (storefront, sku, order_id);

-- Personal data of orders; nowhere else but here and in customer.
CREATE TABLE order_contact (
  order_id         uuid PRIMARY KEY REFERENCES orders,
  customer_name    text NOT NULL,
  customer_email   text NOT NULL,
  customer_address jsonb,
  shipping_address jsonb,
  shipping_method  text,
  contact_name     text,
  contact_email    text,
  contact_phone    text,
  note             text,
  metadata         jsonb NOT NULL
);

-- What acts have left with an order. An order counts its records, carrier events among them, so
-- that one without any is read without looking here, and a record that is lost is missed.
CREATE TABLE cancellation (
  order_id   uuid NOT NULL REFERENCES orders,
  number     smallint NOT NULL CHECK (number >= 1),
  id         uuid NOT NULL UNIQUE,
  lines      smallint[] NOT NULL,
  quantities integer[] NOT NULL,
  reason     text NOT NULL,
  at         timestamptz NOT NULL,
  actor      text NOT NULL,
  PRIMARY KEY (order_id, number),
  CONSTRAINT cancellation_units CHECK (are_units(lines, quantities) AND cardinality(lines) >= 1)
);

CREATE TABLE shipment (
  order_id        uuid NOT NULL REFERENCES orders,
  number          smallint NOT NULL CHECK (number >= 1),
  id              uuid NOT NULL UNIQUE,
  lines           smallint[] NOT NULL,
  quantities      integer[] NOT NULL,
  carrier         text,
  tracking_number text,
  shipped_at      timestamptz NOT NULL,
  actor           text NOT NULL,
  PRIMARY KEY (order_id, number),
  CONSTRAINT shipment_units CHECK (are_units(lines, quantities) AND cardinality(lines) >= 1)
);

-- Numbered in the order in which they were told, whatever happened first.
CREATE TABLE carrier_event (
  shipment         uuid NOT NULL REFERENCES shipment (id),
  number           integer NOT NULL CHECK (number >= 1),
  carrier_event_id text COLLATE "C" NOT NULL,
  type             text COLLATE "C" NOT NULL
    CHECK (type IN ('IN_TRANSIT', 'LOST', 'RETURNED_TO_SENDER', 'DELIVERED')),
  occurred_at      timestamptz NOT NULL,
  recorded_at      timestamptz NOT NULL,
  actor            text NOT NULL,
  PRIMARY KEY (shipment, number),
  CONSTRAINT carrier_event_once UNIQUE (shipment, carrier_event_id)
);

CREATE TABLE refund (
  order_id         uuid NOT NULL REFERENCES orders,
  number           smallint NOT NULL CHECK (number >= 1),
  id               uuid NOT NULL UNIQUE,
  lines            smallint[] NOT NULL,
  quantities       integer[] NOT NULL,
  shipping_minor   bigint NOT NULL CHECK (shipping_minor >= 0),
  adjustment_minor bigint NOT NULL CHECK (adjustment_minor >= 0),
  amount_minor     bigint NOT NULL CHECK (amount_minor >= 1),
  reason           text NOT NULL,
  state            text COLLATE "C" NOT NULL CHECK (state IN ('PENDING', 'SUCCEEDED', 'FAILED')),
  at               timestamptz NOT NULL,
  actor            text NOT NULL,
  PRIMARY KEY (order_id, number),
  CONSTRAINT refund_units CHECK (are_units(lines, quantities)),
  CONSTRAINT refund_amount CHECK
    (amount_minor >= shipping_minor + adjustment_minor
     AND (cardinality(lines) >= 1 OR amount_minor = shipping_minor + adjustment_minor))
);

CREATE TABLE order_return (
  order_id     uuid NOT NULL REFERENCES orders,
  number       smallint NOT NULL CHECK (number >= 1),
  id           uuid NOT NULL UNIQUE,
  lines        smallint[] NOT NULL,
  quantities   integer[] NOT NULL,
  restocked    integer[] NOT NULL,
  written_off  integer[] NOT NULL,
  reason       text NOT NULL,
  state        text COLLATE "C" NOT NULL
    CHECK (state IN ('REQUESTED', 'APPROVED', 'RECEIVED', 'CLOSED', 'DENIED')),
  requested_at timestamptz NOT NULL,
  actor        text NOT NULL,
  PRIMARY KEY (order_id, number),
  CONSTRAINT order_return_units CHECK (are_units(lines, quantities) AND cardinality(lines) >= 1),
  CONSTRAINT order_return_received CHECK
    (came_back(quantities, restocked, written_off, state = 'CLOSED')
     AND (state IN ('RECEIVED', 'CLOSED') OR (0 = ALL (restocked) AND 0 = ALL (written_off))))
);

-- An attempt that succeeded is the money entry. Its token is gone once it has ended. The cause is
-- the refund that it is a part of, or names the capture that somebody asked for.
CREATE TABLE payment_attempt (
  order_id           uuid NOT NULL REFERENCES orders,
  number             integer NOT NULL CHECK (number >= 1),
  kind               text COLLATE "C" NOT NULL
    CHECK (kind IN ('AUTHORIZE', 'CAPTURE', 'VOID', 'REFUND')),
  provider_key       text COLLATE "C" NOT NULL UNIQUE,
  amount_minor       bigint NOT NULL CHECK (amount_minor >= 0),
  state              text COLLATE "C" NOT NULL
    CHECK (state IN ('INITIATED', 'UNKNOWN', 'SUCCEEDED', 'FAILED')),
  token              text,
  target_key         text COLLATE "C",
  target_ref         text,
  cause              uuid,
  provider_ref       text,
  decline_code       text,
  next_action_type   text,
  next_action_url    text,
  queued_at          timestamptz NOT NULL,
  expires_at         timestamptz,
  PRIMARY KEY (order_id, number),
  CONSTRAINT payment_attempt_token CHECK (token IS NULL OR state IN ('INITIATED', 'UNKNOWN')),
  CONSTRAINT payment_attempt_target
    CHECK (CASE kind WHEN 'AUTHORIZE' THEN target_key IS NULL OR target_key = provider_key
                     ELSE target_key IS NOT NULL END
           AND (target_ref IS NULL OR target_key IS NOT NULL)),
  CONSTRAINT payment_attempt_cause
    CHECK (CASE kind WHEN 'REFUND' THEN cause IS NOT NULL
                     WHEN 'CAPTURE' THEN true
                     ELSE cause IS NULL END),
  CONSTRAINT payment_attempt_reference CHECK ((state = 'SUCCEEDED') = (provider_ref IS NOT NULL))
);

-- A row only while something is due. The epoch rises with each lease and never falls: what it had
-- come to is kept in orders.last_epoch when the row goes.
CREATE TABLE order_work (
  order_id     uuid PRIMARY KEY REFERENCES orders,
  storefront   text COLLATE "C" NOT NULL,
  due_at       timestamptz NOT NULL,
  leased_until timestamptz,
  epoch        bigint NOT NULL CHECK (epoch >= 0),
  tries        integer NOT NULL CHECK (tries >= 0)
) WITH (fillfactor = 70);
CREATE INDEX order_work_due ON order_work (due_at);

-- Append-only: timeline, outbox and feed read it. Thin, without personal data.
CREATE TABLE order_journal (
  order_id   uuid NOT NULL REFERENCES orders,
  event_seq  integer NOT NULL CHECK (event_seq >= 1),
  version    bigint NOT NULL CHECK (version >= 1),
  type       text COLLATE "C" NOT NULL,
  actor      text NOT NULL,
  payload    jsonb NOT NULL,
  at         timestamptz NOT NULL,
  PRIMARY KEY (order_id, event_seq)
);

-- A row only while something is unpublished or has no position in the feed. It is due at infinity
-- while it is parked. Writers set last_seq and nothing else.
CREATE TABLE outbox_head (
  order_id        uuid PRIMARY KEY REFERENCES orders,
  last_seq        integer NOT NULL,
  fed_seq         integer NOT NULL,
  published_seq   integer NOT NULL,
  refusals        integer NOT NULL DEFAULT 0 CHECK (refusals >= 0),
  next_attempt_at timestamptz NOT NULL,
  CONSTRAINT outbox_head_fed CHECK (0 <= fed_seq AND fed_seq <= last_seq),
  CONSTRAINT outbox_head_published CHECK (0 <= published_seq AND published_seq <= last_seq)
) WITH (fillfactor = 70);
CREATE INDEX outbox_head_due ON outbox_head (next_attempt_at);
CREATE INDEX outbox_head_unfed ON outbox_head (order_id) WHERE fed_seq < last_seq;

-- Positions are given by whoever holds the row of order_feed_end until its commit: what can be read
-- is always the whole of the feed up to some position. Writers of orders take none, because one
-- that commits late would be skipped by whoever has read on.
CREATE TABLE order_feed (
  position   bigint PRIMARY KEY CHECK (position >= 1),
  storefront text COLLATE "C" NOT NULL,
  order_id   uuid NOT NULL,
  event_seq  integer NOT NULL CHECK (event_seq >= 1),
  published  boolean NOT NULL,
  CONSTRAINT order_feed_once UNIQUE (order_id, event_seq)
) WITH (fillfactor = 80);
CREATE INDEX order_feed_storefront ON order_feed (storefront, position);

CREATE TABLE order_feed_end (
  one      boolean PRIMARY KEY DEFAULT true CHECK (one),
  position bigint NOT NULL CHECK (position >= 0)
);
INSERT INTO order_feed_end (position) VALUES (0);

-- What one instance of all does now and then.
CREATE TABLE chore (
  name     text COLLATE "C" PRIMARY KEY,
  taken_at timestamptz NOT NULL
);

-- Stored answers -------------------------------------------------------------------------------

-- key is a hash of what the client sent. An answer in bytes, so that a replay is the same bytes.
CREATE TABLE idempotency (
  owner       text COLLATE "C" NOT NULL,
  operation   text COLLATE "C" NOT NULL,
  key         text COLLATE "C" NOT NULL,
  fingerprint text COLLATE "C" NOT NULL,
  storefront  text COLLATE "C",
  order_id    uuid,
  status      smallint CHECK (status BETWEEN 100 AND 599),
  headers     jsonb,
  body        bytea,
  expires_at  timestamptz NOT NULL,
  PRIMARY KEY (owner, operation, key),
  CONSTRAINT idempotency_answer CHECK
    ((status IS NULL) = (headers IS NULL) AND (status IS NULL) = (body IS NULL)),
  CONSTRAINT idempotency_order CHECK ((order_id IS NULL) = (storefront IS NULL)),
  CONSTRAINT idempotency_unfinished CHECK (status IS NOT NULL OR order_id IS NOT NULL)
);
CREATE INDEX idempotency_unanswered ON idempotency (order_id) WHERE status IS NULL;
CREATE INDEX idempotency_expiry ON idempotency (expires_at);

-- Catalogue and stock --------------------------------------------------------------------------

CREATE TABLE product (
  sku        text COLLATE "C" PRIMARY KEY,
  name       text NOT NULL,
  active     boolean NOT NULL,
  version    bigint NOT NULL CHECK (version >= 1),
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE product_price (
  sku          text COLLATE "C" NOT NULL REFERENCES product,
  currency     char(3) NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  amount_minor bigint NOT NULL CHECK (amount_minor >= 0),
  PRIMARY KEY (sku, currency)
);

-- One row for each product. Free room in each page keeps the updates of hot rows in it.
CREATE TABLE stock (
  sku      text COLLATE "C" PRIMARY KEY REFERENCES product,
  on_hand  bigint NOT NULL DEFAULT 0,
  reserved bigint NOT NULL DEFAULT 0,
  CONSTRAINT stock_reserved_is_on_hand CHECK (0 <= reserved AND reserved <= on_hand)
) WITH (fillfactor = 70);

-- An owner's whole claim. Without lines it is a tombstone, and its revision keeps older words out.
CREATE TABLE stock_claim (
  owner      text COLLATE "C" PRIMARY KEY,
  revision   integer NOT NULL CHECK (revision >= 1),
  expires_at timestamptz
);

CREATE TABLE stock_claim_line (
  owner     text COLLATE "C" NOT NULL REFERENCES stock_claim,
  sku       text COLLATE "C" NOT NULL,
  reserved  integer NOT NULL CHECK (reserved >= 0),
  shipped   integer NOT NULL CHECK (shipped >= 0),
  restocked integer NOT NULL CHECK (restocked BETWEEN 0 AND shipped),
  PRIMARY KEY (owner, sku)
);

-- Append-only; the counters of stock can be computed from it again.
CREATE TABLE stock_ledger (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sku      text COLLATE "C" NOT NULL,
  kind     text COLLATE "C" NOT NULL
    CHECK (kind IN ('RECEIVED', 'CLAIMED', 'SHIPPED', 'RELEASED', 'RESTOCKED', 'ADJUSTED')),
  quantity bigint NOT NULL CHECK (quantity <> 0 AND (quantity > 0 OR kind = 'ADJUSTED')),
  cause    text COLLATE "C" NOT NULL,
  at       timestamptz NOT NULL DEFAULT now()
);

-- Adjustments with the level that each resulted in, so that a repeated one answers the same.
CREATE TABLE stock_adjustment (
  id       text COLLATE "C" PRIMARY KEY,
  sku      text COLLATE "C" NOT NULL REFERENCES product,
  quantity integer NOT NULL CHECK (quantity <> 0),
  reason   text NOT NULL,
  note     text,
  at       timestamptz NOT NULL,
  on_hand  bigint NOT NULL,
  reserved bigint NOT NULL CHECK (0 <= reserved AND reserved <= on_hand)
);

-- Ends a commit whose claim met less stock than it was based on, and carries the numbers out.
CREATE FUNCTION refuse_short_stock(shortages jsonb) RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'stock is short' USING ERRCODE = 'OM001', DETAIL = shortages::text;
END
$$;

-- Customers, storefronts, keys -----------------------------------------------------------------

CREATE TABLE customer (
  id              text COLLATE "C" PRIMARY KEY,
  storefront      text COLLATE "C" NOT NULL,
  name            text NOT NULL,
  email           text NOT NULL,
  default_address jsonb,
  status          text COLLATE "C" NOT NULL CHECK (status IN ('ACTIVE', 'BLOCKED')),
  version         bigint NOT NULL CHECK (version >= 1),
  created_at      timestamptz NOT NULL,
  updated_at      timestamptz NOT NULL
);

CREATE TABLE storefront (
  id         text COLLATE "C" PRIMARY KEY,
  name       text NOT NULL,
  currencies text[] NOT NULL CHECK (cardinality(currencies) >= 1),
  version    bigint NOT NULL CHECK (version >= 1),
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE api_key (
  id          text COLLATE "C" PRIMARY KEY,
  storefront  text COLLATE "C",
  name        text NOT NULL,
  secret_hash text COLLATE "C" NOT NULL,
  scopes      text[] NOT NULL,
  created_at  timestamptz NOT NULL,
  expires_at  timestamptz,
  revoked_at  timestamptz
);

CREATE TABLE app_secret (
  name  text COLLATE "C" PRIMARY KEY,
  value bytea NOT NULL CHECK (length(value) = 32)
);

-- Sandbox payment provider ---------------------------------------------------------------------

-- The books of a pretended provider; nothing of ours refers to them and they refer to nothing.
-- A row without a decline code is an effect; answers_at is when the provider is ready to tell.
CREATE TABLE sandbox_effect (
  provider_key text COLLATE "C" PRIMARY KEY,
  storefront   text COLLATE "C" NOT NULL,
  order_id     text COLLATE "C" NOT NULL,
  kind         text COLLATE "C" NOT NULL
    CHECK (kind IN ('AUTHORIZE', 'CAPTURE', 'VOID', 'REFUND')),
  amount_minor bigint NOT NULL CHECK (amount_minor >= 0),
  currency     char(3) NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  behaviour    text COLLATE "C" NOT NULL,
  decline_code text COLLATE "C",
  acts_on      text COLLATE "C",
  recorded_at  timestamptz NOT NULL DEFAULT now(),
  answers_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX sandbox_effect_acts_on ON sandbox_effect (acts_on) WHERE acts_on IS NOT NULL;

-- How often a key was sent that fails the first time with nothing recorded.
CREATE TABLE sandbox_request (
  provider_key text COLLATE "C" PRIMARY KEY,
  sends        integer NOT NULL CHECK (sends >= 1)
);

-- Real effects only; what waits for the customer is one once the customer has acted. An
-- authorization that was voided before that is none, and neither is its void.
CREATE VIEW sandbox_ledger AS
SELECT order_id, provider_key, kind, amount_minor, currency, recorded_at
FROM sandbox_effect
WHERE decline_code IS NULL AND behaviour <> 'STOP_WAITING'
  AND (behaviour <> 'WAIT_FOR_CUSTOMER' OR answers_at <= now());
