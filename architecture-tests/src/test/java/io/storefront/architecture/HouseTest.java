package io.storefront.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The names that the other rules use stand for something. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HouseTest {
  @ParameterizedTest
  @EnumSource
  void every_module_owns_classes(Artifact artifact) {
    assertThat(Code.MAIN.that(artifact.classes())).isNotEmpty();
  }

  @Test
  void every_room_of_every_domain_has_classes() {
    assertThat(packages(Code.MAIN))
        .containsAll(
            Artifact.DOMAINS.stream()
                .flatMap(domain -> Domains.ROOMS.stream().map(domain::room))
                .toList());
  }

  @Test
  void every_domain_has_its_way_in() {
    assertThat(Code.MAIN.stream().map(JavaClass::getName))
        .containsAll(
            Domains.WAYS_IN.entrySet().stream()
                .map(wayIn -> wayIn.getKey().room(wayIn.getValue()))
                .toList());
  }

  @Test
  void every_module_with_ports_has_a_testkit() {
    assertThat(packages(Code.TESTKITS))
        .containsAll(Ports.withContracts().stream().map(owner -> owner.room("testkit")).toList());
  }

  @Test
  void there_are_the_technologies_that_are_named_and_no_others() {
    String root = Artifact.ORDERS_ADAPTERS.root + ".";
    assertThat(
            packages(Code.MAIN).stream()
                .filter(name -> name.startsWith(root))
                .map(name -> name.substring(root.length()).split("\\.", 2)[0])
                .distinct())
        .containsExactlyInAnyOrderElementsOf(AdapterTest.FACTORIES.keySet());
  }

  @ParameterizedTest
  @EnumSource
  void every_library_with_a_place_is_used_there(Library library) {
    assertThat(
            Code.MAIN.stream()
                .filter(type -> isIn(type.getPackageName(), library.places))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getPackageName()))
        .anyMatch(used -> isIn(used, library.packages));
  }

  @Test
  void every_class_lies_in_the_module_that_owns_its_package() {
    assertThat(
            Code.MAIN.stream().filter(type -> !liesAtHome(type)).map(HouseTest::place).distinct())
        .isEmpty();
  }

  private static boolean liesAtHome(JavaClass type) {
    return Artifact.of(type)
        .filter(owner -> place(type).contains(owner.module + "/target/"))
        .isPresent();
  }

  private static String place(JavaClass type) {
    return type.getSource().orElseThrow().getUri().toString();
  }

  private static boolean isIn(String packageName, Set<String> roots) {
    return roots.stream()
        .anyMatch(root -> packageName.equals(root) || packageName.startsWith(root + "."));
  }

  private static Set<String> packages(JavaClasses classes) {
    return classes.stream()
        .filter(type -> !type.getSimpleName().equals("package-info"))
        .map(JavaClass::getPackageName)
        .collect(Collectors.toSet());
  }
}
