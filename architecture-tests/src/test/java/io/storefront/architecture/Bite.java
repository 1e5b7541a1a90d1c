package io.storefront.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** Shows that a rule is not vacuous. */
final class Bite {
  private Bite() {}

  /** The rule, held against nothing but these classes, complains of the first one by name. */
  static void bites(ArchRule rule, Class<?> sample, Class<?>... beside) {
    JavaClasses classes =
        Code.only(Stream.concat(Stream.of(sample), Stream.of(beside)).toArray(Class<?>[]::new));
    assertThat(rule.evaluate(classes).getFailureReport().getDetails())
        .as(rule.getDescription())
        .anyMatch(complaint -> complaint.contains(sample.getName()));
  }

  /** The rule has nothing to say against this class. */
  static void spares(ArchRule rule, Class<?> sample) {
    assertThat(rule.allowEmptyShould(true).evaluate(Code.only(sample)).hasViolation())
        .as(rule.getDescription())
        .isFalse();
  }
}
