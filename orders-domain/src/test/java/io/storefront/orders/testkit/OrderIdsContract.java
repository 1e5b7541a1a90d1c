package io.storefront.orders.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.port.OrderIds;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What everything that makes ids keeps to, in the words of {@link OrderIds}. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface OrderIdsContract {
  /** The maker of ids under test. */
  OrderIds ids();

  @Test
  default void no_id_is_given_twice() {
    List<List<Object>> made =
        Racing.all(
            8,
            racer ->
                IntStream.range(0, 2_000)
                    .<Object>mapToObj(i -> i % 2 == 0 ? ids().nextOrder() : ids().nextChange())
                    .toList());

    Set<Object> different = new HashSet<>();
    made.forEach(different::addAll);
    assertThat(different).hasSize(16_000);
  }
}
