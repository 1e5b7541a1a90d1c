package io.storefront.adapters.postgres;

import static java.util.stream.Collectors.toSet;

import io.storefront.app.access.Storefront;
import io.storefront.app.port.Storefronts;
import io.storefront.orders.StorefrontId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.joda.money.CurrencyUnit;

/** Shops. */
final class PostgresStorefronts implements Storefronts {
  private static final String WHOLE =
      "SELECT id, name, currencies, version, created_at, updated_at FROM storefront\n";

  private static final String FIND = WHOLE + "WHERE id = :id";

  private static final String PAGE = WHOLE + "WHERE id > :after ORDER BY id LIMIT :limit";

  private static final String PUT =
      """
      WITH added AS (
        INSERT INTO storefront (id, name, currencies, version, created_at, updated_at)
        SELECT :id, :name, :currencies, 1, :createdAt::timestamptz, :updatedAt::timestamptz
        WHERE :version = 1
        ON CONFLICT (id) DO NOTHING
        RETURNING 1
      ),
      replaced AS (
        UPDATE storefront
        SET name = :name, currencies = :currencies, version = :version, updated_at = :updatedAt
        WHERE id = :id AND version = :version - 1
        RETURNING 1
      )
      SELECT EXISTS (SELECT FROM added) OR EXISTS (SELECT FROM replaced)
      """;

  private final Database database;

  PostgresStorefronts(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Storefront> find(StorefrontId id) {
    return database.read(handle -> find(handle, id));
  }

  /** Repeating the newest put is no put based on an old version. */
  @Override
  public boolean put(Storefront next) {
    return database.write(
        (handle, again) ->
            write(handle, next) || find(handle, next.id()).filter(next::equals).isPresent());
  }

  private static boolean write(Handle handle, Storefront next) {
    return handle
        .createQuery(PUT)
        .bind("id", next.id().value())
        .bind("name", next.name())
        .bindArray(
            "currencies",
            String.class,
            next.currencies().stream().map(CurrencyUnit::getCode).toList())
        .bind("version", next.version())
        .bind("createdAt", next.createdAt())
        .bind("updatedAt", next.updatedAt())
        .mapTo(Boolean.class)
        .one();
  }

  @Override
  public List<Storefront> page(Optional<StorefrontId> after, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(PAGE)
                .bind("after", after.map(StorefrontId::value).orElse(""))
                .bind("limit", limit)
                .map(PostgresStorefronts::storefront)
                .list());
  }

  private static Optional<Storefront> find(Handle handle, StorefrontId id) {
    return handle
        .createQuery(FIND)
        .bind("id", id.value())
        .map(PostgresStorefronts::storefront)
        .findOne();
  }

  private static Storefront storefront(ResultSet row, StatementContext context)
      throws SQLException {
    return new Storefront(
        new StorefrontId(Columns.text(row, "id")),
        Columns.text(row, "name"),
        Storefront.sorted(
            Columns.texts(row, "currencies").stream().map(CurrencyUnit::of).collect(toSet())),
        row.getLong("version"),
        Columns.time(row, "created_at"),
        Columns.time(row, "updated_at"));
  }
}
