package io.storefront.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import io.storefront.adapters.sandbox.sample.UsesFlyway;
import io.storefront.app.http.sample.UsesSql;
import io.storefront.app.sample.UsesJavalin;
import io.storefront.app.sample.UsesLambda;
import io.storefront.inventory.sample.UsesMapStruct;
import io.storefront.wiring.sample.Counts;
import io.storefront.wiring.sample.UsesJackson;
import io.storefront.wiring.sample.UsesSqs;
import io.storefront.wiring.sample.UsesZonky;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A library that can be exchanged in one place is used in one place. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LibraryTest {
  private static final Map<Library, Class<?>> SAMPLES =
      Map.of(
          Library.JSON, UsesJackson.class,
          Library.HTTP, UsesJavalin.class,
          Library.LAMBDA, UsesLambda.class,
          Library.SQL, UsesSql.class,
          Library.POSTGRESQL, UsesFlyway.class,
          Library.EMBEDDED_DATABASE, UsesZonky.class,
          Library.QUEUES, UsesSqs.class,
          Library.METRICS, Counts.class,
          Library.MAPPING, UsesMapStruct.class);

  @ParameterizedTest
  @EnumSource
  void a_library_keeps_to_its_place(Library library) {
    keepsToItsPlace(library).check(Code.MAIN);
  }

  @ParameterizedTest
  @EnumSource
  void a_library_outside_its_place_is_told(Library library) {
    Bite.bites(keepsToItsPlace(library), SAMPLES.get(library));
  }

  private static ArchRule keepsToItsPlace(Library library) {
    return noClasses()
        .that(resideOutsideOfPackages(patterns(library.places)))
        .should()
        .dependOnClassesThat(resideInAnyPackage(patterns(library.packages)));
  }

  private static String[] patterns(Set<String> packages) {
    return packages.stream().map(name -> name + "..").toArray(String[]::new);
  }
}
