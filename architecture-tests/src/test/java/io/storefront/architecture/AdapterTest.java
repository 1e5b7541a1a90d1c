package io.storefront.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static java.util.function.Predicate.not;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import io.storefront.adapters.sandbox.sample.Waits;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** An adapter is final, hidden, named for its technology and its port, and got from one factory. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AdapterTest {
  /** What each technology shows, besides records of settings. */
  static final Map<String, List<String>> FACTORIES =
      Map.of(
          "postgres", List.of("PostgresAdapters", "Verification", "Repairs"),
          "inprocess", List.of("InProcessAdapters"),
          "sandbox", List.of("SandboxAdapters"),
          "log", List.of("LogAdapters"),
          "sqs", List.of("SqsAdapters"),
          // Not an adapter of a port, but a server that can be started, and why it did not.
          "embedded", List.of("EmbeddedDatabase", "EmbeddedDatabaseException"));

  private static final ArchRule ADAPTERS_ARE_HIDDEN =
      classes()
          .that(implementPorts())
          .should()
          .bePackagePrivate()
          .andShould()
          .haveModifier(FINAL)
          .andShould(beNamedForTechnologyAndPort());

  private static final ArchRule ONE_DOOR_FOR_EACH_TECHNOLOGY =
      classes()
          .that(Artifact.ORDERS_ADAPTERS.classes())
          .and(arePublicAndNotNested())
          .and()
          .areNotRecords()
          .should(beAFactory());

  @Test
  void an_adapter_is_final_and_hidden_and_named_for_its_technology_and_its_port() {
    ADAPTERS_ARE_HIDDEN.check(Code.MAIN);
    Bite.bites(ADAPTERS_ARE_HIDDEN, Waits.class);
  }

  @Test
  void a_technology_shows_its_factory_and_nothing_else() {
    ONE_DOOR_FOR_EACH_TECHNOLOGY.check(Code.MAIN);
    Bite.bites(ONE_DOOR_FOR_EACH_TECHNOLOGY, Waits.class);
  }

  private static DescribedPredicate<JavaClass> implementPorts() {
    return DescribedPredicate.describe(
        "adapters that implement ports",
        type ->
            Artifact.ORDERS_ADAPTERS.classes().test(type)
                && !type.isInterface()
                && ports(type).findAny().isPresent());
  }

  private static DescribedPredicate<JavaClass> arePublicAndNotNested() {
    return DescribedPredicate.describe(
        "public", type -> type.getModifiers().contains(PUBLIC) && !type.isNestedClass());
  }

  private static ArchCondition<JavaClass> beNamedForTechnologyAndPort() {
    return Conditions.that(
        "be named <Technology><Port>",
        type ->
            ports(type)
                .map(port -> technology(type) + port.getSimpleName().toLowerCase(Locale.ROOT))
                .anyMatch(type.getSimpleName().toLowerCase(Locale.ROOT)::equals));
  }

  private static ArchCondition<JavaClass> beAFactory() {
    return Conditions.that(
        "be one of " + FACTORIES,
        type ->
            type.getModifiers().contains(FINAL)
                && FACTORIES
                    .getOrDefault(technology(type), List.of())
                    .contains(type.getSimpleName()));
  }

  private static Stream<JavaClass> ports(JavaClass type) {
    return type.getAllRawInterfaces().stream()
        .filter(each -> Ports.isInARoomForPorts(each.getPackageName()))
        .filter(not(JavaClass::isNestedClass));
  }

  private static String technology(JavaClass type) {
    String below = type.getPackageName().substring(Artifact.ORDERS_ADAPTERS.root.length() + 1);
    return below.split("\\.", 2)[0];
  }
}
