package io.storefront.adapters.postgres;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.storefront.adapters.postgres.RejectionRow.ShortageRow;
import io.storefront.inventory.Adjustment;
import io.storefront.inventory.ClaimOwner;
import io.storefront.inventory.Receipt;
import io.storefront.inventory.Shortage;
import io.storefront.inventory.Sku;
import io.storefront.inventory.StockClaim;
import io.storefront.inventory.StockLevel;
import io.storefront.inventory.port.AdjustAnswer;
import io.storefront.inventory.port.ClaimAnswer;
import io.storefront.inventory.port.StockItems;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The row of stock is the lock: whoever moves a product's counters waits for the one before. */
final class PostgresStockItems implements StockItems {
  private static final String LEVELS =
      "SELECT sku, on_hand, reserved FROM stock WHERE sku = ANY (:skus)";

  private static final String LOCK =
      "SELECT sku, on_hand, reserved FROM stock WHERE sku = :sku FOR NO KEY UPDATE";

  private static final String FIND_ADJUSTMENT =
      "SELECT sku, on_hand, reserved FROM stock_adjustment WHERE id = :id";

  private static final String ADJUST =
      """
      WITH moved AS (
        UPDATE stock SET on_hand = on_hand + :quantity WHERE sku = :sku
        RETURNING sku, on_hand, reserved
      ),
      entry AS (
        INSERT INTO stock_ledger (sku, kind, quantity, cause)
        SELECT sku, :kind, :quantity, :id FROM moved RETURNING 1
      )
      INSERT INTO stock_adjustment (id, sku, quantity, reason, note, at, on_hand, reserved)
      SELECT :id, sku, :quantity, :reason, :note, :at::timestamptz, on_hand, reserved FROM moved
      """;

  /** Only while the claim is still the one that the change was computed from. */
  private static final String CLAIM =
      "WITH\n"
          + ClaimSql.MOVEMENT
          + ClaimSql.LACKING
          + """
          claiming AS (
            INSERT INTO stock_claim AS c (owner, revision)
            SELECT :owner, :revision WHERE NOT EXISTS (SELECT FROM lacking)
            ON CONFLICT (owner) DO UPDATE SET revision = excluded.revision
            WHERE c.revision = :seen
            RETURNING owner
          ),
          """
          + ClaimSql.CLAIM
          + """
          stored AS (SELECT FROM claiming),
          written AS MATERIALIZED (
            SELECT (SELECT count(*) FROM claim_line) + (SELECT count(*) FROM ledger) AS rows
          ),
          """
          + ClaimSql.MOVE;

  private final Database database;
  private final Duration answerRetention;

  PostgresStockItems(Database database, Duration answerRetention) {
    this.database = database;
    this.answerRetention = answerRetention;
  }

  @Override
  public Optional<StockLevel> level(Sku sku) {
    return Optional.ofNullable(levels(List.of(sku)).get(sku));
  }

  @Override
  public Map<Sku, StockLevel> levels(Collection<Sku> skus) {
    List<String> values = skus.stream().map(Sku::value).distinct().toList();
    return database.read(
        handle ->
            handle
                .createQuery(LEVELS)
                .bindArray("skus", String.class, values)
                .map(PostgresStockItems::level)
                .stream()
                .collect(toMap(StockLevel::sku, identity())));
  }

  @Override
  public AdjustAnswer adjust(Adjustment adjustment, Receipt<StockLevel> receipt) {
    return database.transact((handle, again) -> adjust(handle, adjustment, receipt));
  }

  private AdjustAnswer adjust(Handle handle, Adjustment adjustment, Receipt<StockLevel> receipt) {
    Optional<StockLevel> locked =
        handle
            .createQuery(LOCK)
            .bind("sku", adjustment.sku().value())
            .map(PostgresStockItems::level)
            .findOne();
    Optional<StockLevel> first =
        handle
            .createQuery(FIND_ADJUSTMENT)
            .bind("id", adjustment.id().value())
            .map(PostgresStockItems::level)
            .findOne();
    if (first.isPresent()) {
      return new AdjustAnswer.Adjusted(first.get());
    }
    return locked
        .map(level -> adjust(handle, level, adjustment, receipt))
        .orElseGet(AdjustAnswer.UnknownSku::new);
  }

  private AdjustAnswer adjust(
      Handle handle, StockLevel before, Adjustment adjustment, Receipt<StockLevel> receipt) {
    if (adjustment.fallsBelowReserved(before)) {
      return new AdjustAnswer.BelowReserved(before);
    }
    if (adjustment.risesAboveLimit(before)) {
      return new AdjustAnswer.AboveLimit(before);
    }
    StockLevel after = adjustment.appliedTo(before);
    EnclosedRequest request =
        EnclosedRequest.of(receipt.seal(after), Optional.empty(), answerRetention);
    if (!request.take(handle)) {
      return new AdjustAnswer.RequestTaken();
    }
    handle
        .createUpdate(ADJUST)
        .bind("id", adjustment.id().value())
        .bind("sku", adjustment.sku().value())
        .bind("kind", adjustment.ledgerEntry().kind().name())
        .bind("quantity", adjustment.quantity())
        .bind("reason", adjustment.reason())
        .bind("note", adjustment.note().orElse(null))
        .bind("at", adjustment.at())
        .execute();
    return new AdjustAnswer.Adjusted(after);
  }

  @Override
  public ClaimAnswer claim(StockClaim claim) {
    return database.write((handle, again) -> claim(handle, claim, again));
  }

  /** Ends, because each turn means that somebody else's commit came in between. */
  private static ClaimAnswer claim(Handle handle, StockClaim claim, boolean again) {
    while (true) {
      ClaimParameters parameters =
          ClaimParameters.between(ClaimLineRow.find(handle, claim.owner()), claim);
      if (parameters.changes().isEmpty()) {
        return new ClaimAnswer.Held();
      }
      CommitResult result =
          CommitResult.of(parameters.bindTo(handle.createQuery(CLAIM)).bind("again", again));
      if (result.stored()) {
        return new ClaimAnswer.Held();
      }
      if (result.isShort()) {
        return new ClaimAnswer.Short(
            result.shortages().stream().map(PostgresStockItems::shortage).toList());
      }
    }
  }

  @Override
  public Optional<StockClaim> claimOf(ClaimOwner owner) {
    return database.read(handle -> ClaimLineRow.find(handle, owner));
  }

  private static Shortage shortage(ShortageRow row) {
    return new Shortage(new Sku(row.sku()), row.requested(), row.available());
  }

  private static StockLevel level(ResultSet row, StatementContext context) throws SQLException {
    return new StockLevel(
        new Sku(Columns.text(row, "sku")), row.getLong("on_hand"), row.getLong("reserved"));
  }
}
