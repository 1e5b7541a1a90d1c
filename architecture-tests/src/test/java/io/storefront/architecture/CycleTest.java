package io.storefront.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import io.storefront.orders.sample.KnowsItsUser;
import io.storefront.orders.usecase.sample.UsesTheModel;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What can be taken apart can be understood apart. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CycleTest {
  /** A way in stands in the root for its callers' sake, and puts together what lies below. */
  private static final DescribedPredicate<JavaClass> WAYS_IN =
      describe("a way in", type -> Domains.WAYS_IN.containsValue(type.getSimpleName()));

  private static final DescribedPredicate<JavaClass> APPLICATION_PORTS =
      resideInAPackage(Artifact.ORDERS_APP.room("port"));

  /** A port of the application speaks in the records of the concept that it stores. */
  private static final DescribedPredicate<JavaClass> STORED_VALUES =
      Artifact.ORDERS_APP.classes().and(describe("values", Domains::isInterfaceOrValue));

  private static final ArchRule NO_CYCLES =
      slices()
          .matching("io.storefront.(**)")
          .should()
          .beFreeOfCycles()
          .ignoreDependency(WAYS_IN, alwaysTrue())
          .ignoreDependency(alwaysTrue(), describe("a leaf", Domains::isLeaf))
          .ignoreDependency(APPLICATION_PORTS, STORED_VALUES);

  @Test
  void no_two_packages_need_each_other() {
    NO_CYCLES.check(Code.MAIN);
    Bite.bites(NO_CYCLES, KnowsItsUser.class, UsesTheModel.class);
  }
}
