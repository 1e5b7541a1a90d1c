package io.storefront.adapters.postgres;

import static java.util.Comparator.comparing;

import io.storefront.app.answers.Answer;
import io.storefront.app.answers.RequestEnclosure;
import io.storefront.app.answers.RequestEnclosure.Answered;
import io.storefront.app.answers.RequestEnclosure.Claimed;
import io.storefront.app.answers.RequestEnclosure.Ended;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * What a commit writes about a request: at most one new row, or the end of the row that waits for
 * the order.
 */
record EnclosedRequest(
    Optional<RequestRow> row, Optional<Answer> answer, boolean ends, Duration retention) {
  /** A row whose time has passed is as good as none. Gives a row when the request was free. */
  static final String TAKE =
      """
      INSERT INTO idempotency AS i
        (owner, operation, key, fingerprint, storefront, order_id, status, headers, body,
         expires_at)
      SELECT r.*, now() + :retention * interval '1 millisecond'
      FROM json_to_recordset(:request::json) AS r
        (owner text, operation text, key text, fingerprint text, storefront text, order_id uuid,
         status smallint, headers jsonb, body bytea)
      """;

  /** What follows {@link #TAKE} and its conditions. */
  static final String UNLESS_TAKEN =
      """
      ON CONFLICT (owner, operation, key) DO UPDATE
      SET fingerprint = excluded.fingerprint, storefront = excluded.storefront,
          order_id = excluded.order_id, status = excluded.status, headers = excluded.headers,
          body = excluded.body, expires_at = excluded.expires_at
      WHERE i.expires_at <= now()
      RETURNING 1
      """;

  private static final String TAKE_ALONE = TAKE + UNLESS_TAKEN;

  private static final String IS_TAKEN =
      """
      SELECT EXISTS (
        SELECT FROM idempotency i, json_to_recordset(:request::json)
          AS r(owner text, operation text, key text)
        WHERE i.owner = r.owner AND i.operation = r.operation AND i.key = r.key
          AND (i.expires_at > now()) IS TRUE)
      """;

  /**
   * Of a commit that has an order, or has none.
   *
   * @param enclosure of any domain
   */
  static EnclosedRequest of(
      Object enclosure, Optional<RequestRow.Placed> order, Duration retention) {
    if (!(enclosure instanceof RequestEnclosure request)) {
      requireNone(enclosure);
      return new EnclosedRequest(Optional.empty(), Optional.empty(), false, retention);
    }
    return switch (request) {
      case Claimed claimed ->
          new EnclosedRequest(
              Optional.of(RequestRow.claimed(claimed, order.orElseThrow())),
              Optional.empty(),
              false,
              retention);
      case Answered answered ->
          new EnclosedRequest(
              Optional.of(RequestRow.answered(answered, order)),
              Optional.of(answered.answer()),
              false,
              retention);
      case Ended ended ->
          new EnclosedRequest(Optional.empty(), Optional.of(ended.answer()), true, retention);
    };
  }

  /** Takes the request in a transaction of several statements; false if it was taken already. */
  boolean take(Handle handle) {
    return row.isEmpty()
        || bindTo(handle.createQuery(TAKE_ALONE)).mapTo(Integer.class).findOne().isPresent();
  }

  /** Whether somebody has the request. */
  boolean isTaken(Handle handle) {
    return row.isPresent()
        && handle.createQuery(IS_TAKEN).bind("request", rows()).mapTo(Boolean.class).one();
  }

  <S extends SqlStatement<S>> S bindTo(S statement) {
    return bind(statement, List.of(this));
  }

  /** Several at once, in the order of their keys, so that nobody waits for who waits for him. */
  static <S extends SqlStatement<S>> S bind(S statement, List<EnclosedRequest> all) {
    List<RequestRow> rows =
        all.stream()
            .flatMap(each -> each.row().stream())
            .sorted(
                comparing(RequestRow::owner)
                    .thenComparing(RequestRow::operation)
                    .thenComparing(RequestRow::key))
            .toList();
    return statement
        .bind("request", Json.write(rows))
        .bind("requests", rows.size())
        .bind("retention", all.getFirst().retention().toMillis());
  }

  /** What ends the row that waits for this order. */
  Optional<RequestRow.End> end(UUID order) {
    return answer.filter(any -> ends).map(last -> RequestRow.End.of(order, last));
  }

  private String rows() {
    return Json.write(row.map(List::of).orElseGet(List::of));
  }

  private static void requireNone(Object enclosure) {
    boolean none =
        enclosure.equals(io.storefront.orders.Enclosure.NONE)
            || enclosure.equals(io.storefront.inventory.Enclosure.NONE)
            || enclosure.equals(io.storefront.customers.Enclosure.NONE);
    if (!none) {
      throw new IllegalArgumentException("no such enclosure is stored here: " + enclosure);
    }
  }
}
