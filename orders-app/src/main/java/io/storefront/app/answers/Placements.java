package io.storefront.app.answers;

import io.storefront.app.port.Answers;
import io.storefront.orders.Receipt;
import io.storefront.orders.usecase.PlaceOrder;
import io.storefront.orders.usecase.PlaceOrder.Outcome;
import io.storefront.orders.usecase.ResumePlacement;
import java.util.Optional;
import java.util.function.Function;

/**
 * Places each order once, however often and by however many at once it is asked for; whoever asks
 * with one key gets the same bytes once there is an end. Thread-safe.
 */
public final class Placements {
  private final PlaceOrder place;
  private final ResumePlacement resume;
  private final Replays replays;
  private final boolean storageCarriesStock;

  /**
   * With what it needs.
   *
   * @param storageCarriesStock as {@link io.storefront.orders.port.Orders#carriesStock} says
   */
  public Placements(
      PlaceOrder place, ResumePlacement resume, Replays replays, boolean storageCarriesStock) {
    this.place = place;
    this.resume = resume;
    this.replays = replays;
    this.storageCarriesStock = storageCarriesStock;
  }

  /**
   * The answer to a request. Whether its key has come before is told by the commit that takes it;
   * it is looked up only where nothing was committed, and before any refusal.
   *
   * @param command makes the command of the receipt, if there is anything to place
   */
  public Answer once(KeyedRequest request, Function<Receipt<Outcome>, PlaceOrder.Command> command) {
    PlacementReceipt receipt = new PlacementReceipt(request, storageCarriesStock);
    Outcome outcome;
    try {
      outcome = place.place(command.apply(receipt));
    } catch (RuntimeException failed) {
      if (receipt.mayBeCommitted()) {
        throw failed;
      }
      return earlier(request).orElseThrow(() -> failed);
    }
    return answer(request, receipt, outcome);
  }

  private Answer answer(KeyedRequest request, PlacementReceipt receipt, Outcome outcome) {
    return switch (outcome) {
      case Outcome.RequestTaken _ -> earlier(request).orElseThrow(Replays::inProgress);
      case Outcome.Existing _ -> earlier(request).orElseGet(() -> PlacementAnswers.of(outcome));
      case Outcome.Refused refused when refused.order().isEmpty() ->
          earlier(request).orElseGet(() -> PlacementAnswers.of(outcome));
      case Outcome.Placed _, Outcome.Pending _, Outcome.Refused _ -> {
        Answer answer = receipt.answer(outcome);
        yield receipt.mayBeEndedByAnother(outcome) ? ended(request, answer) : answer;
      }
    };
  }

  private Optional<Answer> earlier(KeyedRequest request) {
    return replays.find(request, unfinished -> resumed(request, unfinished));
  }

  private Optional<Answer> resumed(KeyedRequest request, Answers.Placed unfinished) {
    return resume
        .resume(unfinished.storefront(), unfinished.order())
        .map(
            outcome -> {
              Answer answer = PlacementAnswers.of(outcome);
              return outcome instanceof Outcome.Pending ? answer : ended(request, answer);
            });
  }

  /** Whoever ended it has stored the answer; the order may have gone further since. */
  private Answer ended(KeyedRequest request, Answer otherwise) {
    return replays.stored(request).orElse(otherwise);
  }
}
