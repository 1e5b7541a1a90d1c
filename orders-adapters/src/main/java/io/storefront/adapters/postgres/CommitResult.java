package io.storefront.adapters.postgres;

import io.storefront.adapters.postgres.RejectionRow.ShortageRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * What a statement that ends with {@link ClaimSql#MOVE} has done: everything, or nothing.
 *
 * @param shortages why nothing was done, in byte order of the SKUs; empty if there is another
 *     reason
 */
record CommitResult(boolean stored, List<ShortageRow> shortages) {
  /** Runs it; that something unique is taken is a result as well, and rolls everything back. */
  static CommitResult of(Query statement) {
    try {
      return statement.map(CommitResult::read).one();
    } catch (RuntimeException failed) {
      SqlFailure failure = SqlFailure.behind(failed).orElseThrow(() -> failed);
      if (failure.isUniqueViolation()) {
        return new CommitResult(false, List.of());
      }
      return failure
          .shortages()
          .map(detail -> new CommitResult(false, Json.readAll(detail, ShortageRow[].class)))
          .orElseThrow(() -> failed);
    }
  }

  /** The stock that a claim needs was not there. */
  boolean isShort() {
    return !shortages.isEmpty();
  }

  private static CommitResult read(ResultSet row, StatementContext context) throws SQLException {
    Optional<String> shortages = Columns.optionalText(row, "shortages");
    return new CommitResult(
        row.getLong("stored") > 0,
        shortages.map(text -> Json.readAll(text, ShortageRow[].class)).orElseGet(List::of));
  }
}
