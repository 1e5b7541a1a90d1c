package io.storefront.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import io.storefront.adapters.postgres.sample.SeesAnotherTechnology;
import io.storefront.adapters.sample.SeesWiring;
import io.storefront.adapters.sandbox.SandboxAdapters;
import io.storefront.app.http.sample.NamesAnAdapter;
import io.storefront.app.http.sample.SeesTheOtherHost;
import io.storefront.app.lambda.sample.SeesTheHttpHost;
import io.storefront.app.sample.SeesAnAdapter;
import io.storefront.app.sample.SeesInternals;
import io.storefront.customers.sample.SeesOrders;
import io.storefront.inventory.internal.ClaimingStock;
import io.storefront.inventory.sample.SeesCustomers;
import io.storefront.orders.sample.SeesInventory;
import io.storefront.wiring.sample.SeesAHost;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hosts see wiring, wiring sees adapters, adapters see the application, which sees the domains. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DirectionTest {
  private static final Map<Artifact, Class<?>> SAMPLES =
      Map.of(
          Artifact.ORDERS_DOMAIN, SeesInventory.class,
          Artifact.INVENTORY_DOMAIN, SeesCustomers.class,
          Artifact.CUSTOMERS_DOMAIN, SeesOrders.class,
          Artifact.ORDERS_APP, SeesAnAdapter.class,
          Artifact.ORDERS_ADAPTERS, SeesWiring.class,
          Artifact.ORDERS_WIRING, SeesAHost.class,
          Artifact.ORDERS_APP_HTTP, SeesTheOtherHost.class,
          Artifact.ORDERS_APP_LAMBDA, SeesTheHttpHost.class);

  private static final ArchRule TECHNOLOGIES_STAND_ALONE =
      slices().matching(Artifact.ORDERS_ADAPTERS.root + ".(*)..").should().notDependOnEachOther();

  private static final ArchRule ONLY_WIRING_NAMES_ADAPTERS =
      noClasses()
          .that(Artifact.classesOf(Artifact.HOSTS))
          .should()
          .dependOnClassesThat(Artifact.ORDERS_ADAPTERS.classes());

  @ParameterizedTest
  @EnumSource
  void a_module_sees_only_what_is_below_it(Artifact artifact) {
    seesOnlyWhatIsBelow(artifact).check(Code.MAIN);
  }

  @ParameterizedTest
  @EnumSource
  void a_module_that_sees_another_one_is_told(Artifact artifact) {
    Bite.bites(seesOnlyWhatIsBelow(artifact), SAMPLES.get(artifact));
  }

  @Test
  void no_technology_sees_another_one() {
    TECHNOLOGIES_STAND_ALONE.check(Code.MAIN);
    Bite.bites(TECHNOLOGIES_STAND_ALONE, SeesAnotherTechnology.class, SandboxAdapters.class);
  }

  @Test
  void only_wiring_names_adapters() {
    ONLY_WIRING_NAMES_ADAPTERS.check(Code.MAIN);
    Bite.bites(ONLY_WIRING_NAMES_ADAPTERS, NamesAnAdapter.class);
  }

  @Test
  void what_is_internal_is_used_inside_its_own_module_only() {
    Artifact.DOMAINS.forEach(domain -> keepsItsInternals(domain).check(Code.MAIN));
    Bite.bites(
        keepsItsInternals(Artifact.INVENTORY_DOMAIN), SeesInternals.class, ClaimingStock.class);
  }

  private static ArchRule seesOnlyWhatIsBelow(Artifact artifact) {
    Set<Artifact> seen = artifact.sees();
    DescribedPredicate<JavaClass> strange =
        DescribedPredicate.describe(
            "are not of " + seen.stream().map(below -> below.module).toList(),
            type -> Artifact.of(type).filter(owner -> !seen.contains(owner)).isPresent());
    return noClasses().that(artifact.classes()).should().dependOnClassesThat(strange);
  }

  private static ArchRule keepsItsInternals(Artifact domain) {
    return classes()
        .that(resideInAPackage(domain.room("internal") + ".."))
        .should()
        .onlyHaveDependentClassesThat(domain.classes());
  }
}
