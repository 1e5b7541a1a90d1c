package io.storefront.customers.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.customers.CustomerId;
import io.storefront.customers.port.CustomerIds;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every {@link CustomerIds} does. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface CustomerIdsContract {

  /** The ids under test; the same ones for all calls within a test. */
  CustomerIds ids();

  @Test
  default void no_id_is_given_twice() {
    CustomerIds ids = ids();
    assertThat(Stream.generate(ids::next).limit(1_000).toList()).doesNotHaveDuplicates();
  }

  @Test
  default void no_id_is_given_twice_to_threads_that_ask_at_once() {
    CustomerIds ids = ids();
    List<List<CustomerId>> given =
        Race.of(8, runner -> () -> Stream.generate(ids::next).limit(500).toList());
    assertThat(given.stream().flatMap(List::stream).toList()).doesNotHaveDuplicates();
  }
}
