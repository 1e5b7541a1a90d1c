package io.storefront.adapters.postgres;

import io.storefront.adapters.postgres.RejectionRow.ShortageRow;
import io.storefront.inventory.ClaimOwner;
import io.storefront.inventory.StockClaim;
import io.storefront.orders.ExternalReference;
import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.Orders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * A change is one statement, which is one transaction and one round trip. Changes that come while
 * others are written share one, if they can; who is refused or held up in company goes alone, where
 * it is told its own reason.
 */
final class PostgresOrders implements Orders {
  private static final int TRIES = 3;

  /** Measured: more make smaller groups and fewer orders a second. */
  private static final int WRITERS = 1;

  private static final int TOGETHER = 16;
  private static final Duration PATIENCE = Duration.ofMillis(250);

  private final Database database;
  private final Duration answerRetention;
  private final boolean carriesStock;
  private final GroupCommit<ChangeParameters, Outcome> placing;
  private final GroupCommit<ChangeParameters, Outcome> advancing;

  PostgresOrders(Database database, Duration answerRetention, boolean carriesStock) {
    this(database, answerRetention, carriesStock, PATIENCE);
  }

  /** With patience of its own. */
  PostgresOrders(
      Database database, Duration answerRetention, boolean carriesStock, Duration patience) {
    this.database = database;
    this.placing = group(patience);
    this.advancing = group(patience);
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
    return database.persist(again -> again ? alone(change, true) : together(change));
  }

  private GroupCommit<ChangeParameters, Outcome> group(Duration patience) {
    return new GroupCommit<>(WRITERS, TOGETHER, patience, new Outcome.Uncertain(), this::write);
  }

  private CommitAnswer alone(Change change, boolean again) {
    return database.withConnection(handle -> commit(handle, change, again));
  }

  private CommitAnswer together(Change change) {
    Optional<ChangeParameters> shared =
        Optional.of(change)
            .filter(each -> each.isPlacing() || each.claim().isEmpty())
            .map(each -> parameters(each, Optional.empty()))
            .filter(CommitParameters::mayBeTogether);
    if (shared.isEmpty()) {
      return alone(change, false);
    }
    return switch ((change.isPlacing() ? placing : advancing).write(shared.get())) {
      case Outcome.Settled(var answer) -> answer;
      case Outcome.Refused() -> alone(change, false);
      case Outcome.Uncertain() -> alone(change, true);
      case Outcome.Failed(var failure) -> throw failure;
    };
  }

  /** What became of changes that were written together; one that was not in company is settled. */
  private sealed interface Outcome {
    record Settled(CommitAnswer answer) implements Outcome {}

    /** Nothing was written, because of one of them. */
    record Refused() implements Outcome {}

    /** All was written, or nothing. */
    record Uncertain() implements Outcome {}

    /** The same, because of the database: each has failed as it would have alone. */
    record Failed(RuntimeException failure) implements Outcome {}
  }

  /** The group is closed once there is a connection, so that who waits for one has company. */
  private Outcome write(Supplier<List<ChangeParameters>> group) {
    return database.withConnection(handle -> write(handle, group.get()));
  }

  private Outcome write(Handle handle, List<ChangeParameters> group) {
    if (group.size() == 1) {
      return new Outcome.Settled(commit(handle, group.getFirst().change(), false));
    }
    CommitParameters parameters = new CommitParameters(group);
    try {
      return !parameters.hasTwins() && CommitResult.of(parameters.statement(handle, false)).stored()
          ? new Outcome.Settled(new CommitAnswer.Committed())
          : new Outcome.Refused();
    } catch (RuntimeException failed) {
      return SqlFailure.behind(failed).filter(SqlFailure::isUnavailable).isPresent()
          ? new Outcome.Failed(failed)
          : new Outcome.Uncertain();
    }
  }

  /** What refused the change may be gone by the time that it is looked for; then it goes again. */
  private CommitAnswer commit(Handle handle, Change change, boolean again) {
    for (int tries = 1; tries <= TRIES; tries++) {
      ChangeParameters parameters = parameters(change, storedClaim(handle, change));
      CommitResult result =
          CommitResult.of(
              new CommitParameters(List.of(parameters)).statement(handle, again || tries > 1));
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

  private ChangeParameters parameters(Change change, Optional<StockClaim> stored) {
    return ChangeParameters.of(
        change,
        change
            .claim()
            .map(claim -> ClaimParameters.between(stored, ClaimParameters.stated(claim)))
            .orElse(ClaimParameters.NONE),
        answerRetention);
  }

  /** A new order has no claim yet, so that there is nothing to read. */
  private static Optional<StockClaim> storedClaim(Handle handle, Change change) {
    return change
        .claim()
        .filter(claim -> !change.isPlacing())
        .flatMap(claim -> ClaimLineRow.find(handle, new ClaimOwner(claim.order().value())));
  }

  private static Optional<CommitAnswer> refusal(
      Handle handle, ChangeParameters parameters, CommitResult result) {
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
