package io.storefront.app.port;

import io.storefront.app.answers.Answer;
import io.storefront.app.answers.RequestKey;
import io.storefront.orders.OrderId;
import io.storefront.orders.StorefrontId;
import java.util.Optional;

/**
 * The answers stored beside what they tell of. They are written through the {@link
 * io.storefront.app.answers.RequestEnclosure} of a commit and only read here. Thread-safe; throws
 * {@link io.storefront.orders.PortUnavailable}.
 *
 * <ul>
 *   <li>A request that changed nothing leaves no record.
 *   <li>A claimed request is found with its order and without an answer.
 *   <li>An ended request is found with its answer, byte for byte.
 *   <li>Of many commits with one request exactly one is committed; the others hear that it is
 *       taken.
 *   <li>The same key of another owner or operation is another request.
 *   <li>A record past its time is as good as gone.
 * </ul>
 */
public interface Answers {
  /** What is known of a request. */
  Optional<Recorded> find(RequestKey key);

  /**
   * A request that changed something.
   *
   * @param fingerprint of the whole request
   * @param order that it placed
   * @param answer once it has ended
   */
  record Recorded(String fingerprint, Optional<Placed> order, Optional<Answer> answer) {}

  /** Where a placed order is. */
  record Placed(StorefrontId storefront, OrderId order) {}
}
