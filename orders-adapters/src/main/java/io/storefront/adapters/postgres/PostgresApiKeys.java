package io.storefront.adapters.postgres;

import static java.util.stream.Collectors.toSet;

import io.storefront.app.access.ApiKey;
import io.storefront.app.access.Scope;
import io.storefront.app.port.ApiKeys;
import io.storefront.orders.Enclosure;
import io.storefront.orders.StorefrontId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Keys without their secrets. */
final class PostgresApiKeys implements ApiKeys {
  private static final String WHOLE =
      """
      SELECT id, storefront, name, secret_hash, scopes, created_at, expires_at, revoked_at
      FROM api_key
      """;

  private static final String FIND = WHOLE + "WHERE id = :id";

  private static final String PAGE = WHOLE + "WHERE id > :after ORDER BY id LIMIT :limit";

  private static final String ADD =
      """
      WITH request AS (
      """
          + EnclosedRequest.TAKE
          + "WHERE NOT EXISTS (SELECT FROM api_key WHERE id = :id)\n"
          + EnclosedRequest.UNLESS_TAKEN
          + """
          ),
          added AS (
            INSERT INTO api_key
              (id, storefront, name, secret_hash, scopes, created_at, expires_at, revoked_at)
            SELECT :id, :storefront, :name, :secretHash, :scopes, :createdAt::timestamptz,
                   :expiresAt::timestamptz, :revokedAt::timestamptz
            WHERE (SELECT count(*) FROM request) = :requests
            RETURNING 1
          )
          SELECT count(*) AS stored, NULL AS shortages FROM added
          """;

  private static final String REVOKE =
      "UPDATE api_key SET revoked_at = coalesce(revoked_at, :at) WHERE id = :id";

  private final Database database;
  private final Duration answerRetention;

  PostgresApiKeys(Database database, Duration answerRetention) {
    this.database = database;
    this.answerRetention = answerRetention;
  }

  @Override
  public Optional<ApiKey> find(String id) {
    return database.read(handle -> find(handle, id));
  }

  @Override
  public boolean add(ApiKey key, Enclosure enclosure) {
    EnclosedRequest request = EnclosedRequest.of(enclosure, Optional.empty(), answerRetention);
    return database.write(
        (handle, again) -> write(handle, key, request) || find(handle, key.id()).isPresent());
  }

  private static boolean write(Handle handle, ApiKey key, EnclosedRequest request) {
    return CommitResult.of(
            request
                .bindTo(handle.createQuery(ADD))
                .bind("id", key.id())
                .bind("storefront", key.storefront().map(StorefrontId::value).orElse(null))
                .bind("name", key.name())
                .bind("secretHash", key.secretHash())
                .bindArray(
                    "scopes",
                    String.class,
                    key.scopes().stream().map(Scope::text).sorted().toList())
                .bind("createdAt", key.createdAt())
                .bind("expiresAt", key.expiresAt().orElse(null))
                .bind("revokedAt", key.revokedAt().orElse(null)))
        .stored();
  }

  @Override
  public boolean revoke(String id, Instant at) {
    return database.write(
        (handle, again) ->
            handle.createUpdate(REVOKE).bind("id", id).bind("at", at).execute() == 1);
  }

  @Override
  public List<ApiKey> page(Optional<String> after, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(PAGE)
                .bind("after", after.orElse(""))
                .bind("limit", limit)
                .map(PostgresApiKeys::key)
                .list());
  }

  private static Optional<ApiKey> find(Handle handle, String id) {
    return handle.createQuery(FIND).bind("id", id).map(PostgresApiKeys::key).findOne();
  }

  private static ApiKey key(ResultSet row, StatementContext context) throws SQLException {
    return new ApiKey(
        Columns.text(row, "id"),
        Columns.optionalText(row, "storefront").map(StorefrontId::new),
        Columns.text(row, "name"),
        Columns.text(row, "secret_hash"),
        Columns.texts(row, "scopes").stream()
            .map(scope -> Scope.of(scope).orElseThrow())
            .collect(toSet()),
        Columns.time(row, "created_at"),
        Columns.optionalTime(row, "expires_at"),
        Columns.optionalTime(row, "revoked_at"));
  }
}
