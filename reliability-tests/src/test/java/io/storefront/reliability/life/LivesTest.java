package io.storefront.reliability.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.postgres.PostgresAdapters;
import io.storefront.adapters.testkit.TestDatabase;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * Random lives of orders. {@code -Dlives.memory=10000} and {@code -Dlives.postgres=10000} live so
 * many, {@code -Dlives.from=4711} begins with that seed.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LivesTest {
  private static final long FROM = Long.getLong("lives.from", 1);
  private static final int ENOUGH_TO_SEE_ALL = 1_000;

  private final Map<String, LongAdder> tally = new ConcurrentSkipListMap<>();

  @Test
  void no_life_differs_from_the_model_in_memory() {
    live(Integer.getInteger("lives.memory", 1_000), seed -> House.inMemory());
  }

  @Test
  void no_life_differs_from_the_model_with_stock_elsewhere() {
    live(Integer.getInteger("lives.memory", 1_000), seed -> House.withRemoteStock());
  }

  @Test
  void no_life_differs_from_the_model_on_postgresql() {
    TestDatabase database = TestDatabase.create();
    try (PostgresAdapters postgres = database.open()) {
      live(Integer.getInteger("lives.postgres", 100), seed -> House.on(postgres));
    }
    // Nobody relays the events here.
    assertThat(database.findings("I9")).isEmpty();
  }

  private void live(int count, LongFunction<House> house) {
    LongStream.range(FROM, FROM + count)
        .parallel()
        .forEach(seed -> Life.live(house.apply(seed), seed, this::count));
    tally.forEach((what, times) -> System.out.println(times + "  " + what));
    if (count >= ENOUGH_TO_SEE_ALL) {
      for (Class<?> deed : Deed.class.getPermittedSubclasses()) {
        assertThat(tally).containsKey(deed.getSimpleName() + " " + Said.DONE);
      }
      assertThat(tally).hasSizeGreaterThan(30);
    }
  }

  private void count(Deed deed, String said) {
    tally
        .computeIfAbsent(deed.getClass().getSimpleName() + " " + said, key -> new LongAdder())
        .increment();
  }
}
