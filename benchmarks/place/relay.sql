-- What the server's relay writes beside, in one statement for each of its transactions: positions
-- in the feed, claims, and, once the events are out, that they are.
\sleep 5 ms

WITH feed AS MATERIALIZED (
  SELECT position FROM order_feed_end FOR UPDATE
),
head AS MATERIALIZED (
  SELECT order_id, fed_seq FROM outbox_head
  WHERE fed_seq < last_seq AND EXISTS (SELECT FROM feed)
  LIMIT 200 FOR UPDATE SKIP LOCKED
),
fresh AS MATERIALIZED (
  SELECT j.order_id, j.event_seq, row_number() OVER (ORDER BY j.event_seq, j.order_id) AS n
  FROM head CROSS JOIN LATERAL (
    SELECT order_id, event_seq FROM order_journal
    WHERE order_id = head.order_id AND event_seq > head.fed_seq
    ORDER BY event_seq LIMIT 10
  ) j
),
given AS (
  INSERT INTO order_feed (position, storefront, order_id, event_seq, published)
  SELECT feed.position + n, 'aurora', order_id, event_seq, false FROM feed, fresh
),
moved AS (
  UPDATE order_feed_end SET position = position + (SELECT count(*) FROM fresh)
  WHERE EXISTS (SELECT FROM fresh)
)
UPDATE outbox_head h
SET fed_seq = (SELECT max(event_seq) FROM fresh WHERE fresh.order_id = h.order_id)
WHERE h.order_id = ANY (ARRAY(SELECT order_id FROM fresh));

UPDATE outbox_head SET next_attempt_at = now() + interval '10 seconds'
WHERE order_id = ANY (ARRAY(
  SELECT order_id FROM outbox_head
  WHERE next_attempt_at <= now() AND published_seq < fed_seq
  ORDER BY next_attempt_at LIMIT 200 FOR UPDATE SKIP LOCKED));

WITH sent AS MATERIALIZED (
  SELECT order_id, fed_seq AS seq, fed_seq = last_seq AS is_done FROM outbox_head
  WHERE next_attempt_at > now() ORDER BY order_id FOR UPDATE
),
told AS (
  UPDATE order_feed SET published = true
  WHERE order_id = ANY (ARRAY(SELECT order_id FROM sent)) AND NOT published
),
done AS (
  DELETE FROM outbox_head WHERE order_id = ANY (ARRAY(SELECT order_id FROM sent WHERE is_done))
)
UPDATE outbox_head h
SET published_seq = (SELECT seq FROM sent WHERE sent.order_id = h.order_id), next_attempt_at = now()
WHERE h.order_id = ANY (ARRAY(SELECT order_id FROM sent WHERE NOT is_done));
