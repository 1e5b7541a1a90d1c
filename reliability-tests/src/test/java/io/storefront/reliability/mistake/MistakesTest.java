package io.storefront.reliability.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The test of the tests: whatever guard is taken out of the code, a run is found that shows it.
 * {@code -Dmistakes.all=true} makes all of the mistakes, which takes minutes.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MistakesTest {
  private static final int SEEDS = 4_000;
  private static final int LEAST = 40;

  static List<Mistake> mistakes() {
    boolean all = Boolean.getBoolean("mistakes.all");
    return Mistakes.all().stream().filter(mistake -> all || mistake.always()).toList();
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_mistake_in_the_code_is_found(Mistake mistake) throws Exception {
    String found = hunt(mistake, SEEDS);

    System.out.println(mistake + ", breaks " + (found.isEmpty() ? "nothing" : found));
    assertThat(found).isNotEmpty();
  }

  @Test
  void what_a_mistake_replaces_stands_in_the_code_exactly_once() {
    assertThat(Mistakes.all())
        .hasSizeGreaterThan(LEAST)
        .allSatisfy(mistake -> assertThat(Mutant.spoiled(mistake)).contains(mistake.to()));
  }

  @Test
  void the_code_as_it_is_shows_nothing() throws Exception {
    Mistake none =
        new Mistake("nothing is wrong", "orders/internal/Voids.java", "= 5;", "= 2 + 3;", true);

    assertThat(hunt(none, 0)).isEmpty();
  }

  private static String hunt(Mistake mistake, int seeds) throws Exception {
    Class<?> hunt = new Mutant(mistake).loadClass("io.storefront.reliability.simulation.Hunt");
    return (String) hunt.getMethod("inCode", int.class).invoke(null, seeds);
  }
}
