package io.storefront.app.testkit;

import static io.storefront.orders.testkit.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.app.answers.RequestEnclosure;
import io.storefront.app.answers.RequestKey;
import io.storefront.app.port.Answers;
import io.storefront.app.port.ExpiredAnswers;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.Orders.CommitAnswer;
import io.storefront.orders.testkit.Changes;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What {@link ExpiredAnswers} promises. The storage must be this contract's own. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface ExpiredAnswersContract {
  /** What is tested. */
  ExpiredAnswers expired();

  /** All answers. */
  Answers answers();

  /** The orders in whose commits the answers are written, and kept for a while. */
  Orders orders();

  /** The same orders, but what is written about requests is past its time at once. */
  Orders forgetfulOrders();

  private static RequestKey claim(Orders orders) {
    RequestKey key = new RequestKey("aurora", "POST /v1/orders", Fresh.name("key"));
    Change claiming =
        Changes.enclosing(
            Changes.placing(anOrder().act()), new RequestEnclosure.Claimed(key, "print"));
    assertThat(orders.commit(claiming)).isEqualTo(new CommitAnswer.Committed());
    return key;
  }

  @Test
  default void what_is_past_its_time_is_purged_at_most_so_many_at_once() {
    assertThat(expired().purge(10_000)).isLessThan(10_000);
    for (int i = 0; i < 5; i++) {
      claim(forgetfulOrders());
    }
    assertThat(expired().purge(3)).isEqualTo(3);
    assertThat(expired().purge(3)).isEqualTo(2);
    assertThat(expired().purge(3)).isZero();
  }

  @Test
  default void what_may_still_be_asked_for_is_kept() {
    RequestKey kept = claim(orders());
    claim(forgetfulOrders());
    expired().purge(100);
    assertThat(answers().find(kept)).isPresent();
  }
}
