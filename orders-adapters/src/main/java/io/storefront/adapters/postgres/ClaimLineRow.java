package io.storefront.adapters.postgres;

import io.storefront.inventory.ClaimOwner;
import io.storefront.inventory.ClaimedLine;
import io.storefront.inventory.Sku;
import io.storefront.inventory.StockClaim;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** A row of stock_claim_line. */
record ClaimLineRow(String sku, int reserved, int shipped, int restocked) {
  private static final String FIND =
      """
      SELECT c.revision,
             (SELECT coalesce(json_agg(l ORDER BY l.sku), '[]')
              FROM stock_claim_line l WHERE l.owner = c.owner) AS lines
      FROM stock_claim c WHERE c.owner = :owner
      """;

  static ClaimLineRow of(ClaimedLine line) {
    return new ClaimLineRow(line.sku().value(), line.reserved(), line.shipped(), line.restocked());
  }

  /** The whole claim of an owner. */
  static Optional<StockClaim> find(Handle handle, ClaimOwner owner) {
    return handle
        .createQuery(FIND)
        .bind("owner", owner.value())
        .map((row, context) -> new StockClaim(owner, row.getInt("revision"), lines(row)))
        .findOne();
  }

  private static List<ClaimedLine> lines(java.sql.ResultSet row) throws java.sql.SQLException {
    return Json.all(row, "lines", ClaimLineRow[].class).stream()
        .map(
            line ->
                new ClaimedLine(
                    new Sku(line.sku()), line.reserved(), line.shipped(), line.restocked()))
        .toList();
  }
}
