package io.storefront.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The classes that the rules look at, read once. */
final class Code {
  /** What is shipped. */
  static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(place -> !isTest(place) && !isCopy(place))
          .importPackages("io.storefront");

  /** The testkits, which are shipped for tests. */
  static final JavaClasses TESTKITS =
      new ClassFileImporter()
          .withImportOption(place -> isTest(place) && place.contains("/testkit/"))
          .importPackages("io.storefront");

  private Code() {}

  /** A few classes, most often a sample that breaks a rule. */
  static JavaClasses only(Class<?>... types) {
    return new ClassFileImporter().importClasses(types);
  }

  /** By name without nesting and package. */
  static Map<String, JavaClass> bySimpleName(Collection<JavaClass> types) {
    return types.stream()
        .filter(type -> !type.isNestedClass())
        .collect(
            Collectors.toMap(JavaClass::getSimpleName, Function.identity(), (one, other) -> one));
  }

  /** A packaged host names the jars that lie beside it, which are on the class path already. */
  private static boolean isCopy(Location place) {
    return place.contains("/target/lib/");
  }

  private static boolean isTest(Location place) {
    return place.contains("/test-classes/") || place.contains("-testkit.jar");
  }
}
