package io.storefront.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import io.storefront.app.sample.SleepsOnItsOwn;
import io.storefront.orders.sample.Printing;
import io.storefront.orders.sample.ReadsFiles;
import io.storefront.orders.sample.Seeded;
import io.storefront.orders.sample.Unrepeatable;
import io.storefront.orders.sample.UsesJdbi;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The domains know no library, and neither they nor the application do anything unrepeatable. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PurityTest {
  private static final Set<Artifact> REPEATABLE =
      EnumSet.range(Artifact.ORDERS_DOMAIN, Artifact.ORDERS_APP);

  private static final ArchRule RUNS_CAN_BE_REPEATED =
      noClasses()
          .that(Artifact.classesOf(REPEATABLE))
          .should()
          .accessTargetWhere(Forbidden.access());

  private static final ArchRule DOMAINS_TOUCH_NEITHER_FILES_NOR_NETWORK =
      noClasses()
          .that(Artifact.classesOf(Artifact.DOMAINS))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "java.net..", "java.nio.file..", "java.nio.channels..", "java.sql.."));

  private static final ArchRule NOTHING_IS_PRINTED =
      noClasses()
          .that(Artifact.classesOf(REPEATABLE))
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .accessTargetWhere(
              describe("prints", access -> access.getName().equals("printStackTrace")))
          .orShould()
          .dependOnClassesThat(resideInAPackage("java.util.logging.."));

  @ParameterizedTest
  @EnumSource(names = {"ORDERS_DOMAIN", "INVENTORY_DOMAIN", "CUSTOMERS_DOMAIN"})
  void a_domain_uses_the_jdk_money_and_annotations_and_nothing_else(Artifact domain) {
    isPure(domain).check(Code.MAIN);
  }

  @Test
  void a_domain_class_that_uses_jdbi_is_told() {
    Bite.bites(isPure(Artifact.ORDERS_DOMAIN), UsesJdbi.class);
  }

  @Test
  void no_domain_touches_files_or_the_network() {
    DOMAINS_TOUCH_NEITHER_FILES_NOR_NETWORK.check(Code.MAIN);
    Bite.bites(DOMAINS_TOUCH_NEITHER_FILES_NOR_NETWORK, ReadsFiles.class);
  }

  @Test
  void time_chance_and_threads_are_handed_in() {
    RUNS_CAN_BE_REPEATED.check(Code.MAIN);
    Bite.bites(RUNS_CAN_BE_REPEATED, SleepsOnItsOwn.class);
    Bite.spares(RUNS_CAN_BE_REPEATED, Seeded.class);
  }

  @ParameterizedTest
  @MethodSource("unrepeatable")
  void each_way_around_that_is_told(Class<?> sample) {
    Bite.bites(RUNS_CAN_BE_REPEATED, sample);
  }

  @Test
  void domains_and_application_print_nothing_and_log_through_one_facade() {
    NOTHING_IS_PRINTED.check(Code.MAIN);
    Stream.of(Printing.class.getDeclaredClasses())
        .forEach(sample -> Bite.bites(NOTHING_IS_PRINTED, sample));
  }

  private static ArchRule isPure(Artifact domain) {
    return classes()
        .that(domain.classes())
        .should()
        .onlyDependOnClassesThat(
            domain.classes().or(resideInAnyPackage(Domains.LIBRARIES.toArray(String[]::new))));
  }

  private static Stream<Class<?>> unrepeatable() {
    return Stream.of(Unrepeatable.class.getDeclaredClasses());
  }
}
