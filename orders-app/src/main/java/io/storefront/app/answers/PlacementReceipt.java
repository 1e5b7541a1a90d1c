package io.storefront.app.answers;

import io.storefront.orders.Enclosure;
import io.storefront.orders.Receipt;
import io.storefront.orders.Refusal;
import io.storefront.orders.usecase.PlaceOrder.Outcome;
import java.util.Optional;

/** What a request that places an order leaves beside it. Used by one thread. */
public final class PlacementReceipt implements Receipt<Outcome> {
  private final KeyedRequest request;
  private final boolean storageCarriesStock;
  private boolean isClaimed;
  private Optional<Sealed> sealed = Optional.empty();

  private record Sealed(Outcome outcome, Answer answer) {}

  /**
   * For one request.
   *
   * @param storageCarriesStock as {@link io.storefront.orders.port.Orders#carriesStock} says
   */
  public PlacementReceipt(KeyedRequest request, boolean storageCarriesStock) {
    this.request = request;
    this.storageCarriesStock = storageCarriesStock;
  }

  @Override
  public Enclosure claim() {
    isClaimed = true;
    return request.claimed();
  }

  @Override
  public Enclosure seal(Outcome outcome) {
    Answer answer = PlacementAnswers.of(outcome);
    sealed = Optional.of(new Sealed(outcome, answer));
    return isClaimed && !isFirstCommit(outcome)
        ? new RequestEnclosure.Ended(answer)
        : request.answered(answer);
  }

  /** Whether a commit that takes the request's key may have been made. */
  boolean mayBeCommitted() {
    return isClaimed || sealed.isPresent();
  }

  /** Whether this is an end of the order that was not sealed here, as far as is known. */
  boolean mayBeEndedByAnother(Outcome outcome) {
    boolean ended =
        switch (outcome) {
          case Outcome.Placed placed -> true;
          case Outcome.Refused refused -> refused.order().isPresent();
          case Outcome.Pending pending -> false;
          case Outcome.Existing existing -> false;
          case Outcome.RequestTaken taken -> false;
        };
    return ended && sealed(outcome).isEmpty();
  }

  /** The answer to an outcome; the very one that was sealed for it, if one was. */
  Answer answer(Outcome outcome) {
    return sealed(outcome).orElseGet(() -> PlacementAnswers.of(outcome));
  }

  private Optional<Answer> sealed(Outcome outcome) {
    return sealed.filter(one -> one.outcome().equals(outcome)).map(Sealed::answer);
  }

  /**
   * Where the storage carries stock, a shortage is found by the very commit that was to claim the
   * request, and undoes it: the commit that rejects the order is then the first one.
   */
  private boolean isFirstCommit(Outcome outcome) {
    return storageCarriesStock
        && outcome instanceof Outcome.Refused(Refusal refusal)
        && refusal instanceof Refusal.InsufficientInventory;
  }
}
