package io.storefront.adapters.postgres;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.storefront.inventory.Product;
import io.storefront.inventory.Sku;
import io.storefront.inventory.port.Products;
import io.storefront.inventory.port.PutAnswer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A product with its prices is put in one statement, which also makes room for its stock. */
final class PostgresProducts implements Products {
  static final String PUT =
      """
      WITH added AS (
        INSERT INTO product (sku, name, active, version, created_at, updated_at)
        SELECT :sku, :name, :active, :version, :createdAt::timestamptz, :updatedAt::timestamptz
        WHERE :basedOn = 0
        ON CONFLICT (sku) DO NOTHING
        RETURNING sku
      ),
      replaced AS (
        UPDATE product
        SET name = :name, active = :active, version = :version, updated_at = :updatedAt
        WHERE sku = :sku AND version = :basedOn
        RETURNING sku
      ),
      put AS (SELECT sku FROM added UNION ALL SELECT sku FROM replaced),
      unpriced AS (
        DELETE FROM product_price p USING put
        WHERE p.sku = put.sku AND p.currency <> ALL (:currencies)
        RETURNING 1
      ),
      priced AS (
        INSERT INTO product_price (sku, currency, amount_minor)
        SELECT put.sku, n.*
        FROM put, json_to_recordset(:prices::json) AS n(currency text, amount_minor bigint)
        ON CONFLICT (sku, currency) DO UPDATE SET amount_minor = excluded.amount_minor
        RETURNING 1
      ),
      stocked AS (
        INSERT INTO stock (sku) SELECT sku FROM added RETURNING 1
      )
      SELECT count(*) = 1 FROM put
      """;

  private static final String WHOLE =
      """
      SELECT p.sku, p.name, p.active, p.version, p.created_at, p.updated_at,
             (SELECT coalesce(json_agg(e), '[]') FROM product_price e WHERE e.sku = p.sku)
               AS prices
      FROM product p
      """;

  /** An array that the planner cannot look into, or else it would make a plan for each one. */
  private static final String FIND =
      WHOLE + "WHERE p.sku = ANY (ARRAY(SELECT unnest(:skus::text[])))";

  private static final String PAGE =
      WHOLE
          + """
          WHERE p.sku > :after AND (:active::boolean IS NULL OR p.active = :active)
          ORDER BY p.sku LIMIT :limit
          """;

  private final Database database;

  PostgresProducts(Database database) {
    this.database = database;
  }

  private record PriceRow(String currency, long amountMinor) {
    static PriceRow of(Money price) {
      return new PriceRow(price.getCurrencyUnit().getCode(), price.getAmountMinorLong());
    }

    Money toMoney() {
      return Money.ofMinor(CurrencyUnit.of(currency), amountMinor);
    }
  }

  @Override
  public Optional<Product> find(Sku sku) {
    return Optional.ofNullable(findAll(List.of(sku)).get(sku));
  }

  @Override
  public Map<Sku, Product> findAll(Collection<Sku> skus) {
    return database.read(handle -> findAll(handle, skus));
  }

  private static Map<Sku, Product> findAll(Handle handle, Collection<Sku> skus) {
    return handle
        .createQuery(FIND)
        .bindArray("skus", String.class, skus.stream().map(Sku::value).distinct().toList())
        .map(PostgresProducts::product)
        .stream()
        .collect(toMap(Product::sku, identity()));
  }

  @Override
  public PutAnswer put(Product next, long basedOn) {
    return database.write(
        (handle, again) -> {
          boolean put = write(handle, next, basedOn);
          boolean repeated =
              !put && next.equals(findAll(handle, List.of(next.sku())).get(next.sku()));
          return put || repeated ? new PutAnswer.Saved() : new PutAnswer.Stale();
        });
  }

  private static boolean write(Handle handle, Product next, long basedOn) {
    List<PriceRow> prices = next.unitPrices().stream().map(PriceRow::of).toList();
    return handle
        .createQuery(PUT)
        .bind("sku", next.sku().value())
        .bind("name", next.name())
        .bind("active", next.active())
        .bind("version", next.version())
        .bind("createdAt", next.createdAt())
        .bind("updatedAt", next.updatedAt())
        .bind("basedOn", basedOn)
        .bind("prices", Json.write(prices))
        .bindArray("currencies", String.class, prices.stream().map(PriceRow::currency).toList())
        .mapTo(Boolean.class)
        .one();
  }

  @Override
  public List<Product> page(Optional<Sku> after, int limit, Optional<Boolean> active) {
    return database.read(
        handle ->
            handle
                .createQuery(PAGE)
                .bind("after", after.map(Sku::value).orElse(""))
                .bind("active", active.orElse(null))
                .bind("limit", limit)
                .map(PostgresProducts::product)
                .list());
  }

  private static Product product(ResultSet row, StatementContext context) throws SQLException {
    return new Product(
        new Sku(Columns.text(row, "sku")),
        Columns.text(row, "name"),
        Json.all(row, "prices", PriceRow[].class).stream().map(PriceRow::toMoney).toList(),
        row.getBoolean("active"),
        row.getLong("version"),
        Columns.time(row, "created_at"),
        Columns.time(row, "updated_at"));
  }
}
