package io.storefront.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the three domain modules have in common. */
final class Domains {
  /** The rooms beside the root. */
  static final List<String> ROOMS = List.of("usecase", "port", "internal");

  /** The way in of each, which is the only class of a root that knows the other rooms. */
  static final Map<Artifact, String> WAYS_IN =
      Map.of(
          Artifact.ORDERS_DOMAIN, "OrderUseCases",
          Artifact.INVENTORY_DOMAIN, "InventoryUseCases",
          Artifact.CUSTOMERS_DOMAIN, "CustomersUseCases");

  /** What a domain may use besides itself. */
  static final Set<String> LIBRARIES =
      Set.of("java..", "jakarta.inject..", "org.joda.money..", "org.jspecify..");

  /** Rules on texts, which values share. */
  private static final String TEXT = "Text";

  private Domains() {}

  /** What a value may use although it is internal, because it knows nothing of its domain. */
  static boolean isLeaf(JavaClass type) {
    return type.getSimpleName().equals(TEXT)
        && type.getDirectDependenciesFromSelf().stream()
            .map(seen -> seen.getTargetClass().getBaseComponentType())
            .allMatch(seen -> seen.equals(type) || Artifact.of(seen).isEmpty());
  }

  static boolean isInterfaceOrValue(JavaClass type) {
    return type.isInterface() || type.isRecord() || type.isEnum();
  }
}
