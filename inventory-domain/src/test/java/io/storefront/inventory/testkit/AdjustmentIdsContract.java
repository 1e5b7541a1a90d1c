package io.storefront.inventory.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.inventory.AdjustmentId;
import io.storefront.inventory.port.AdjustmentIds;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every {@link AdjustmentIds} does. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface AdjustmentIdsContract {

  /** The ids under test; the same ones for all calls within a test. */
  AdjustmentIds ids();

  @Test
  default void no_id_is_given_twice() {
    AdjustmentIds ids = ids();
    assertThat(Stream.generate(ids::next).limit(1_000).toList()).doesNotHaveDuplicates();
  }

  @Test
  default void no_id_is_given_twice_to_threads_that_ask_at_once() {
    AdjustmentIds ids = ids();
    List<List<AdjustmentId>> given =
        Race.of(8, runner -> () -> Stream.generate(ids::next).limit(500).toList());
    assertThat(given.stream().flatMap(List::stream).toList()).doesNotHaveDuplicates();
  }
}
