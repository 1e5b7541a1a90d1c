package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PoliciesTest {
  private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

  @Test
  void placing_takes_5_s_and_an_order_is_given_up_after_15_min_unless_you_choose() {
    assertThat(Policies.DEFAULT)
        .isEqualTo(
            new Policies(
                Duration.ofSeconds(5),
                Duration.ofMinutes(15),
                Duration.ofHours(23),
                CapturePolicy.ON_EACH_SHIPMENT))
        .isEqualTo(new Policies(Duration.ofSeconds(5), Duration.ofMinutes(15)));
  }

  @Test
  void a_time_budget_is_at_least_half_a_second() {
    assertThatCode(() -> new Policies(HALF_A_SECOND, Duration.ofHours(1)))
        .doesNotThrowAnyException();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Policies(HALF_A_SECOND.minusMillis(1), Duration.ofHours(1)));
  }

  @Test
  void a_deadline_is_beyond_the_time_budget() {
    assertThatCode(() -> new Policies(HALF_A_SECOND, HALF_A_SECOND.plusMillis(1)))
        .doesNotThrowAnyException();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Policies(HALF_A_SECOND, HALF_A_SECOND));
  }

  @Test
  void the_time_to_settle_is_beyond_the_time_budget() {
    Duration deadline = Duration.ofMinutes(1);
    assertThatCode(
            () ->
                new Policies(
                    HALF_A_SECOND,
                    deadline,
                    HALF_A_SECOND.plusMillis(1),
                    CapturePolicy.ON_EACH_SHIPMENT))
        .doesNotThrowAnyException();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Policies(
                    HALF_A_SECOND, deadline, HALF_A_SECOND, CapturePolicy.ON_EACH_SHIPMENT));
  }

  @Test
  void a_lease_outlasts_the_time_budget_by_5_s() {
    assertThat(Policies.DEFAULT.lease()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void a_request_may_arrive_60_s_after_whoever_sent_it_stopped_waiting() {
    assertThat(Policies.DEFAULT.lateArrival()).isEqualTo(Duration.ofSeconds(65));
  }
}
