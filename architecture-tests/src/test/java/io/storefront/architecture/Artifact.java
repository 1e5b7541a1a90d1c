package io.storefront.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The modules of the house, the package each one owns, and which others each may see. */
enum Artifact {
  ORDERS_DOMAIN("orders-domain", "io.storefront.orders"),
  INVENTORY_DOMAIN("inventory-domain", "io.storefront.inventory"),
  CUSTOMERS_DOMAIN("customers-domain", "io.storefront.customers"),
  ORDERS_APP("orders-app", "io.storefront.app"),
  ORDERS_ADAPTERS("orders-adapters", "io.storefront.adapters"),
  ORDERS_WIRING("orders-wiring", "io.storefront.wiring"),
  ORDERS_APP_HTTP("orders-app-http", "io.storefront.app.http"),
  ORDERS_APP_LAMBDA("orders-app-lambda", "io.storefront.app.lambda");

  static final Set<Artifact> DOMAINS = EnumSet.range(ORDERS_DOMAIN, CUSTOMERS_DOMAIN);
  static final Set<Artifact> HOSTS = EnumSet.range(ORDERS_APP_HTTP, ORDERS_APP_LAMBDA);

  final String module;
  final String root;

  Artifact(String module, String root) {
    this.module = module;
    this.root = root;
  }

  /** Itself, and everything below it; what stands beside it is not seen. */
  Set<Artifact> sees() {
    Set<Artifact> seen = EnumSet.of(this);
    if (!DOMAINS.contains(this)) {
      Stream.of(values())
          .filter(other -> other.compareTo(this) < 0 && !HOSTS.contains(other))
          .forEach(seen::add);
    }
    return seen;
  }

  /** The owner of a class; the hosts' packages lie inside the application's and go first. */
  static Optional<Artifact> of(JavaClass type) {
    String name = type.getBaseComponentType().getName();
    return Stream.of(values())
        .filter(artifact -> name.startsWith(artifact.root + "."))
        .max(Comparator.comparingInt(artifact -> artifact.root.length()));
  }

  /** The classes that one of these owns. */
  static DescribedPredicate<JavaClass> classesOf(Set<Artifact> owners) {
    return DescribedPredicate.describe(
        "classes of " + owners.stream().map(owner -> owner.module).toList(),
        type -> of(type).filter(owners::contains).isPresent());
  }

  DescribedPredicate<JavaClass> classes() {
    return classesOf(EnumSet.of(this));
  }

  /** One of its packages. */
  String room(String name) {
    return root + "." + name;
  }
}
