package io.storefront.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What somebody else implements. */
final class Ports {
  private Ports() {}

  /** The modules that have ports, and contracts for them. */
  static Set<Artifact> withContracts() {
    return EnumSet.range(Artifact.ORDERS_DOMAIN, Artifact.ORDERS_APP);
  }

  static boolean isInARoomForPorts(String packageName) {
    return withContracts().stream().anyMatch(owner -> owner.room("port").equals(packageName));
  }

  /** The ports of a module: top-level interfaces that have something to implement. */
  static List<JavaClass> of(Artifact owner) {
    return Code.MAIN.stream()
        .filter(type -> type.getPackageName().equals(owner.room("port")))
        .filter(type -> type.isInterface() && !type.isNestedClass() && !type.reflect().isSealed())
        .filter(type -> !type.getSimpleName().equals("package-info"))
        .filter(Ports::asksForSomething)
        .sorted(Comparator.comparing(JavaClass::getName))
        .toList();
  }

  private static boolean asksForSomething(JavaClass type) {
    return type.getMethods().stream()
        .anyMatch(method -> method.getModifiers().contains(JavaModifier.ABSTRACT));
  }
}
