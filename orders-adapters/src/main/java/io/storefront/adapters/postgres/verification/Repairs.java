package io.storefront.adapters.postgres.verification;

import io.storefront.inventory.ClaimOwner;
import io.storefront.inventory.StockClaim;
import io.storefront.inventory.port.StockItems;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Puts right what can be put right, beside running servers: each repair is one transaction, or goes
 * through the port that servers use. Thread-safe; repairs wait for each other.
 */
public final class Repairs {
  private static final String TERMS =
      "SET LOCAL statement_timeout = '15min'; SET LOCAL lock_timeout = '2s'";

  private static final List<Repair> ALL =
      List.of(
          new Repair(
              ProgressInvariants.UNFINISHED_ORDERS_HAVE_WORK,
              "its work is made due now",
              ProgressInvariants.UNFINISHED_ORDERS_HAVE_WORK.query(),
              (connection, stock) -> run(connection.prepareStatement(RepairSql.WORK_IS_DUE))),
          new Repair(
              JournalInvariants.HEADS_ARE_COMPLETE,
              "the outbox is told of the newest event",
              connection -> connection.prepareStatement(RepairSql.LAGGING_HEADS),
              (connection, stock) -> run(connection.prepareStatement(RepairSql.HEADS))),
          new Repair(
              JournalInvariants.NO_EVENT_IS_FORGOTTEN,
              "its order is put back into the outbox",
              JournalInvariants.NO_EVENT_IS_FORGOTTEN.query(),
              (connection, stock) -> run(connection.prepareStatement(RepairSql.FORGOTTEN_EVENTS))),
          new Repair(
              StockInvariants.ENDED_ORDERS_CLAIM_NOTHING,
              "its claim is released through the stock's port, with ledger entries",
              connection -> connection.prepareStatement(RepairSql.RELEASABLE_CLAIMS),
              Repairs::release),
          new Repair(
              StockInvariants.RESERVED_IS_CLAIMED,
              "the counter is set to what claims and ledger agree upon",
              connection -> connection.prepareStatement(RepairSql.MISCOUNTED_PRODUCTS),
              (connection, stock) -> run(connection.prepareStatement(RepairSql.RESERVED))),
          new Repair(
              StockInvariants.ON_HAND_IS_BOOKED,
              "an adjustment with its ledger entry explains the difference; the counter stays",
              connection -> connection.prepareStatement(RepairSql.UNBOOKED_PRODUCTS),
              (connection, stock) -> run(connection.prepareStatement(RepairSql.ADJUSTMENTS))),
          new Repair(
              OrderInvariants.STATUSES_ARE_DERIVED,
              "the stored statuses are written anew",
              OrderInvariants.STATUSES_ARE_DERIVED.query(),
              (connection, stock) -> run(connection.prepareStatement(RepairSql.STATUSES))),
          new Repair(
              MoneyInvariants.TOKENS_ARE_ERASED,
              "the token is erased",
              MoneyInvariants.TOKENS_ARE_ERASED.query(),
              (connection, stock) -> run(connection.prepareStatement(RepairSql.TOKENS))));

  private final DataSource database;
  private final StockItems stock;

  /**
   * In this database.
   *
   * @param stock the port through which claims are released
   */
  public Repairs(DataSource database, StockItems stock) {
    this.database = database;
    this.stock = stock;
  }

  /** The invariants of which rows can be mended. */
  public static List<Invariant> mendable() {
    return ALL.stream().map(Repair::invariant).toList();
  }

  /** What is done to each row that can be mended, in words; empty where nothing ever can. */
  public static Optional<String> act(Invariant invariant) {
    return of(invariant).map(Repair::act);
  }

  /**
   * The rows that can be mended; empty when there are none.
   *
   * @throws IllegalStateException when the database does not answer
   */
  public Optional<Finding> mendable(Invariant invariant) {
    Verification verification = new Verification(database, false);
    return of(invariant)
        .flatMap(
            repair ->
                verification.check(
                    new Invariant(
                        invariant.id(),
                        invariant.name(),
                        invariant.sentence(),
                        invariant.advice(),
                        repair.mendable())));
  }

  /**
   * Mends what can be mended.
   *
   * @return how much that was
   * @throws IllegalStateException when it failed, and then nothing was changed or each claim was
   *     released or not
   */
  public int mend(Invariant invariant) {
    Optional<Repair> repair = of(invariant);
    return repair.isPresent() ? mend(repair.get()) : 0;
  }

  private int mend(Repair repair) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute(TERMS);
        statement.execute(RepairSql.ALONE);
      }
      int mended = repair.mending().mend(connection, stock);
      connection.commit();
      return mended;
    } catch (SQLException e) {
      throw new IllegalStateException(
          repair.invariant().title() + " cannot be repaired: " + e.getMessage(), e);
    }
  }

  private static Optional<Repair> of(Invariant invariant) {
    return ALL.stream()
        .filter(repair -> repair.invariant().name().equals(invariant.name()))
        .findFirst();
  }

  private static int run(PreparedStatement statement) throws SQLException {
    try (statement) {
      return statement.executeUpdate();
    }
  }

  private static int release(Connection connection, StockItems stock) throws SQLException {
    int released = 0;
    try (PreparedStatement owners = connection.prepareStatement(RepairSql.RELEASABLE_OWNERS);
        ResultSet found = owners.executeQuery()) {
      while (found.next()) {
        ClaimOwner owner = new ClaimOwner(found.getString(1));
        stock.claim(StockClaim.tombstone(owner, found.getInt(2) + 1));
        released++;
      }
    }
    return released;
  }
}
