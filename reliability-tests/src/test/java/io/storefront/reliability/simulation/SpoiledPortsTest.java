package io.storefront.reliability.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The test of the tests: whatever an implementer of a port does wrong is found. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SpoiledPortsTest {
  private static final int SEEDS = 4_000;

  @ParameterizedTest
  @EnumSource
  void a_mistake_in_a_port_is_found(Spoiling mistake) {
    Optional<String> found = Hunt.inPorts(mistake, SEEDS);

    System.out.println(mistake + " breaks " + found.orElse("nothing"));
    assertThat(found).isPresent();
  }
}
