package io.storefront.orders.port;

import io.storefront.orders.AttemptRef;
import io.storefront.orders.NextAction;
import io.storefront.orders.OrderId;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.ProviderKey;
import io.storefront.orders.ProviderReference;
import io.storefront.orders.StorefrontId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;

/**
 * The payment provider. Implementations are thread-safe, answer within the time they are given, and
 * throw nothing: what is not a clear yes or no is {@link Unknown}, and only where certainly no byte
 * of a request was sent is it {@link NotSent}.
 *
 * <ul>
 *   <li>An approved authorization is remembered under its key.
 *   <li>Exactly the amount is authorized, in every currency.
 *   <li>Sending again with the same key has no second effect and gives the same answer.
 *   <li>The same key with another amount has no second effect.
 *   <li>A lost answer is unknown in time, and asking tells what was done.
 *   <li>A provider that cannot be reached has said nothing.
 *   <li>Asking changes nothing.
 *   <li>Asking for a key that was never sent does not approve.
 *   <li>A decline says why.
 *   <li>A voided authorization stays voided, however often it is voided.
 *   <li>A capture takes exactly its amount, and sent again takes nothing more.
 *   <li>No more is captured than was authorized.
 *   <li>What was voided cannot be captured.
 *   <li>Where an authorization is captured in parts, a void lets go of the rest.
 *   <li>A refund gives back exactly its amount, and sent again gives nothing more.
 *   <li>No more is given back than the capture took.
 * </ul>
 *
 * <p>A provider that answers {@link ActionRequired} promises more, whether it is told to void an
 * authorization by its key or by its reference:
 *
 * <ul>
 *   <li>An authorization that was voided while it waited for its customer is never approved.
 *   <li>A void that meets the customer on the way leaves nothing held.
 * </ul>
 *
 * <p>A provider from which a storefront can bring authorizations promises more; such an
 * authorization is to be of the instruction's amount, in its currency:
 *
 * <ul>
 *   <li>An authorization that is brought is approved if the provider holds it, and held once.
 *   <li>An authorization that is brought serves one order.
 *   <li>An authorization that the provider does not know is declined.
 * </ul>
 *
 * <p>Where a provider forgets keys after a time, the answer to asking for an older one is {@link
 * Unknown}: {@link NotSent} is taken at its word.
 */
public interface Payments {
  /** Has it done, with at most one effect for the instruction's key, ever. */
  Answer send(Instruction instruction, Duration within);

  /**
   * Reads what became of an instruction; never sends it again. {@link NotSent} here says that the
   * provider knows of no such request; one may still be under way. Only the provider can say so: if
   * it cannot be reached, the answer is {@link Unknown}.
   */
  Answer ask(Instruction instruction, Duration within);

  /** What the storefront's provider can do. */
  Capabilities capabilities(StorefrontId storefront);

  /**
   * What to do: an attempt, frozen.
   *
   * @param token what to charge, for an authorization
   * @param target what to act upon: for an authorization without a token, the one that the
   *     storefront brings, by its reference; for anything else the authorization to capture or
   *     void, the capture to refund; without a reference it is an authorization that waits for its
   *     customer
   */
  record Instruction(
      StorefrontId storefront,
      OrderId order,
      PaymentAttempt.Kind kind,
      ProviderKey key,
      Money amount,
      Optional<PaymentToken> token,
      Optional<AttemptRef> target) {}

  /** What the provider says. */
  sealed interface Answer {}

  /**
   * Done.
   *
   * @param expiresAt until when an authorization holds, where the provider says so
   */
  record Approved(ProviderReference reference, Optional<Instant> expiresAt) implements Answer {}

  /**
   * Not done, and it will not be.
   *
   * @param code the provider's word for why, for example {@code insufficient_funds}
   */
  record Declined(String code) implements Answer {}

  /** It waits for the customer; ask again. */
  record ActionRequired(NextAction next) implements Answer {}

  /** It may or may not have been done; ask. */
  record Unknown() implements Answer {}

  /** It certainly has not been done. */
  record NotSent() implements Answer {}

  /**
   * What a provider can do.
   *
   * @param manyCaptures whether one authorization can be captured in parts
   */
  record Capabilities(boolean manyCaptures) {}
}
