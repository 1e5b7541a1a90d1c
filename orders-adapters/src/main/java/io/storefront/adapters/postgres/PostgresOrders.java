package io.storefront.adapters.postgres;

import io.storefront.adapters.postgres.RejectionRow.ShortageRow;
import io.storefront.inventory.ClaimOwner;
import io.storefront.inventory.ClaimedLine;
import io.storefront.inventory.Sku;
import io.storefront.inventory.StockClaim;
import io.storefront.orders.ExternalReference;
import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.Orders;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** A change is one statement, which is one transaction and one round trip. */
final class PostgresOrders implements Orders {
  private static final int TRIES = 3;

  private final Database database;
  private final Duration answerRetention;
  private final boolean carriesStock;

  PostgresOrders(Database database, Duration answerRetention, boolean carriesStock) {
    this.database = database;
    this.answerRetention = answerRetention;
    this.carriesStock = carriesStock;
  }

  @Override
  public Optional<Order> find(StorefrontId storefront, OrderId order) {
    return database.read(handle -> OrderReader.find(handle, storefront, OrderKeys.uuid(order)));
  }

  @Override
  public Optional<Order> findByReference(StorefrontId storefront, ExternalReference reference) {
    return database.read(
        handle -> OrderReader.findByReference(handle, storefront, reference.value()));
  }

  @Override
  public boolean carriesStock() {
    return carriesStock;
  }

  @Override
  public CommitAnswer commit(Change change) {
    if (change.claim().isPresent() && !carriesStock) {
      throw new IllegalArgumentException("this storage carries no stock, so it takes no claim");
    }
    return database.write((handle, again) -> commit(handle, change, again));
  }

  /** What refused the change may be gone by the time that it is looked for; then it goes again. */
  private CommitAnswer commit(Handle handle, Change change, boolean again) {
    for (int tries = 1; tries <= TRIES; tries++) {
      CommitParameters parameters = parameters(handle, change);
      CommitResult result = CommitResult.of(parameters.statement(handle, again || tries > 1));
      if (result.stored()) {
        return new CommitAnswer.Committed();
      }
      Optional<CommitAnswer> refusal = refusal(handle, parameters, result);
      if (refusal.isPresent()) {
        return refusal.get();
      }
    }
    return new CommitAnswer.Stale();
  }

  private CommitParameters parameters(Handle handle, Change change) {
    return CommitParameters.of(
        change,
        change.claim().map(claim -> claim(handle, change, claim)).orElse(ClaimParameters.NONE),
        answerRetention);
  }

  /** A new order has no claim yet, so that there is nothing to read. */
  private static ClaimParameters claim(
      Handle handle, Change change, io.storefront.orders.StockClaim claim) {
    StockClaim stated =
        new StockClaim(
            new ClaimOwner(claim.order().value()),
            claim.revision(),
            claim.lines().stream().map(PostgresOrders::line).toList());
    return ClaimParameters.between(
        change.isPlacing() ? Optional.empty() : ClaimLineRow.find(handle, stated.owner()), stated);
  }

  private static ClaimedLine line(io.storefront.orders.StockClaim.Line line) {
    return new ClaimedLine(
        new Sku(line.sku().value()),
        Math.toIntExact(line.reserved()),
        Math.toIntExact(line.shipped()),
        Math.toIntExact(line.restocked()));
  }

  private static Optional<CommitAnswer> refusal(
      Handle handle, CommitParameters parameters, CommitResult result) {
    Change change = parameters.change();
    Collision found = Collision.find(handle, change);
    if (found.isRepeated()) {
      return Optional.of(new CommitAnswer.Committed());
    }
    if (parameters.request().isTaken(handle)) {
      return Optional.of(new CommitAnswer.RequestTaken());
    }
    if (change.isPlacing() && found.referenceHolder().isPresent()) {
      return found.referenceHolder().map(CommitAnswer.ReferenceTaken::new);
    }
    if (result.isShort()) {
      return Optional.of(
          new CommitAnswer.Short(
              result.shortages().stream().map(ShortageRow::toShortage).toList()));
    }
    boolean somebodyElseDecided = found.storedVersion() != change.order().version() - 1;
    return somebodyElseDecided || change.lease().isPresent()
        ? Optional.of(new CommitAnswer.Stale())
        : Optional.empty();
  }
}
