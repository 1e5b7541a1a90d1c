package io.storefront.app.answers;

import io.storefront.orders.Enclosure;
import io.storefront.orders.Receipt;
import io.storefront.orders.Refusal;
import io.storefront.orders.usecase.PlaceOrder.Outcome;

/** What a request that places an order leaves beside it. Used by one thread. */
public final class PlacementReceipt implements Receipt<Outcome> {
  private final KeyedRequest request;
  private final boolean storageCarriesStock;
  private boolean isClaimed;

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
    return isClaimed && !isFirstCommit(outcome)
        ? new RequestEnclosure.Ended(answer)
        : request.answered(answer);
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
