package io.storefront.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import io.storefront.orders.internal.sample.OpenPlacing;
import io.storefront.orders.port.sample.StorageBase;
import io.storefront.orders.sample.KnowsItsUseCase;
import io.storefront.orders.sample.MutableTotal;
import io.storefront.orders.sample.OrderManager;
import io.storefront.orders.usecase.sample.PlaceAndCancel;
import io.storefront.orders.usecase.sample.PlacingNow;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Each room of a domain holds what its name says, and names say something. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShapeTest {
  private static final String EMPTY_NAMES =
      ".*(Impl|Manager|Utils?|Helper|Service|Repository|Dao|DAO|Dto|DTO)";

  /** Rules that several values share; and what a broken port throws, which cannot be a record. */
  private static final Set<String> NO_VALUES = Set.of("Texts", "PortUnavailable");

  private static final ArchRule USE_CASES_ARE_INTERFACES =
      classes()
          .that(liveIn("usecase"))
          .should()
          .beInterfaces()
          .andShould(Conditions.that("have one method", type -> countOfMethods(type) == 1));

  private static final ArchRule PORTS_ARE_INTERFACES =
      classes()
          .that(liveIn("port"))
          .should(Conditions.that("be an interface or a value", Domains::isInterfaceOrValue));

  private static final ArchRule THE_MODEL_IS_MADE_OF_VALUES =
      classes()
          .that(liveInARoot())
          .should(Conditions.that("be an interface or a value", Domains::isInterfaceOrValue));

  private static final ArchRule NOBODY_EXTENDS_WHAT_IS_INTERNAL =
      classes().that(liveIn("internal")).and().areNotInterfaces().should().haveModifier(FINAL);

  private static final ArchRule ONLY_THE_WAY_IN_KNOWS_THE_OTHER_ROOMS =
      noClasses()
          .that(liveInARoot())
          .should()
          .dependOnClassesThat(
              liveIn("usecase")
                  .or(liveIn("port"))
                  .or(
                      liveIn("internal")
                          .and(describe("know others", type -> !Domains.isLeaf(type)))));

  private static final ArchRule NAMES_SAY_SOMETHING =
      noClasses()
          .that(describe("are not generated", type -> !isGenerated(type)))
          .should()
          .haveNameMatching(EMPTY_NAMES);

  @Test
  void a_use_case_is_an_interface_with_one_method() {
    USE_CASES_ARE_INTERFACES.check(Code.MAIN);
    Bite.bites(USE_CASES_ARE_INTERFACES, PlaceAndCancel.class);
    Bite.bites(USE_CASES_ARE_INTERFACES, PlacingNow.class);
  }

  @Test
  void a_room_for_ports_holds_interfaces_and_values() {
    PORTS_ARE_INTERFACES.check(Code.MAIN);
    Bite.bites(PORTS_ARE_INTERFACES, StorageBase.class);
  }

  @Test
  void the_model_is_made_of_records_enums_and_interfaces() {
    THE_MODEL_IS_MADE_OF_VALUES.check(Code.MAIN);
    Bite.bites(THE_MODEL_IS_MADE_OF_VALUES, MutableTotal.class);
  }

  @Test
  void what_is_internal_is_final() {
    NOBODY_EXTENDS_WHAT_IS_INTERNAL.check(Code.MAIN);
    Bite.bites(NOBODY_EXTENDS_WHAT_IS_INTERNAL, OpenPlacing.class);
  }

  @Test
  void of_a_model_only_the_way_in_knows_use_cases_ports_and_internals() {
    ONLY_THE_WAY_IN_KNOWS_THE_OTHER_ROOMS.check(Code.MAIN);
    Bite.bites(ONLY_THE_WAY_IN_KNOWS_THE_OTHER_ROOMS, KnowsItsUseCase.class);
  }

  @Test
  void no_name_ends_in_a_word_that_says_nothing() {
    NAMES_SAY_SOMETHING.check(Code.MAIN);
    Bite.bites(NAMES_SAY_SOMETHING, OrderManager.class);
  }

  private static DescribedPredicate<JavaClass> liveIn(String room) {
    return Artifact.classesOf(Artifact.DOMAINS)
        .and(resideInAPackage("io.storefront.*." + room + ".."))
        .and(describe("stand in a file of their own", ShapeTest::standsAlone))
        .as("files in " + room);
  }

  private static DescribedPredicate<JavaClass> liveInARoot() {
    return Artifact.classesOf(Artifact.DOMAINS)
        .and(describe("in a root", ShapeTest::isInARoot))
        .and(describe("stand in a file of their own", ShapeTest::standsAlone))
        .and(describe("are values", type -> !NO_VALUES.contains(type.getSimpleName())))
        .and(
            describe("are no way in", type -> !Domains.WAYS_IN.containsValue(type.getSimpleName())))
        .as("files of a model");
  }

  private static boolean isInARoot(JavaClass type) {
    return Artifact.DOMAINS.stream()
        .flatMap(domain -> Stream.of(domain.root, domain.room("sample")))
        .anyMatch(type.getPackageName()::equals);
  }

  private static boolean standsAlone(JavaClass type) {
    return !type.isNestedClass() && !type.getSimpleName().equals("package-info");
  }

  private static long countOfMethods(JavaClass type) {
    return type.getMethods().stream()
        .filter(method -> method.getModifiers().contains(ABSTRACT))
        .count();
  }

  /** MapStruct names what it makes. */
  private static boolean isGenerated(JavaClass type) {
    return type.getRawInterfaces().stream()
        .anyMatch(mapper -> mapper.isAnnotatedWith("org.mapstruct.Mapper"));
  }
}
