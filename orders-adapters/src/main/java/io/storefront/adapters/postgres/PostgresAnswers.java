package io.storefront.adapters.postgres;

import io.storefront.app.answers.Answer;
import io.storefront.app.answers.RequestKey;
import io.storefront.app.port.Answers;
import io.storefront.orders.StorefrontId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** Only reads: whoever commits writes, see {@link EnclosedRequest}. */
final class PostgresAnswers implements Answers {
  private static final String FIND =
      """
      SELECT fingerprint, storefront, order_id, status, headers, body
      FROM idempotency
      WHERE owner = :owner AND operation = :operation AND key = :key
        AND (expires_at > now()) IS TRUE
      """;

  private final Database database;

  PostgresAnswers(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Recorded> find(RequestKey key) {
    return database.read(
        handle ->
            handle
                .createQuery(FIND)
                .bind("owner", key.owner())
                .bind("operation", key.operation())
                .bind("key", key.key())
                .map(PostgresAnswers::recorded)
                .findOne());
  }

  private static Recorded recorded(ResultSet row, StatementContext context) throws SQLException {
    Optional<UUID> order = Optional.ofNullable(row.getObject("order_id", UUID.class));
    Optional<Placed> placed =
        order.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Placed(
                    new StorefrontId(Columns.text(row, "storefront")),
                    OrderKeys.orderId(order.get())));
    return new Recorded(Columns.text(row, "fingerprint"), placed, answer(row));
  }

  private static Optional<Answer> answer(ResultSet row) throws SQLException {
    Optional<String> headers = Columns.optionalText(row, "headers");
    return headers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Answer(row.getInt("status"), fields(headers.get()), Columns.bytes(row, "body")));
  }

  @SuppressWarnings("unchecked") // what was written is a map of strings
  private static Map<String, String> fields(String headers) {
    return Map.copyOf(Json.read(headers, Map.class));
  }
}
