package io.storefront.architecture;

import static io.storefront.architecture.Artifact.ORDERS_ADAPTERS;
import static io.storefront.architecture.Artifact.ORDERS_APP;
import static io.storefront.architecture.Artifact.ORDERS_APP_HTTP;
import static io.storefront.architecture.Artifact.ORDERS_APP_LAMBDA;
import static io.storefront.architecture.Artifact.ORDERS_WIRING;

import java.util.Set;

/** The libraries that have their place, and their place. */
@SuppressWarnings("ImmutableEnumChecker") // what Set.of gives cannot be changed
enum Library {
  JSON(
      Set.of("tools.jackson"),
      Set.of(ORDERS_APP.room("json"), ORDERS_ADAPTERS.room("postgres"), ORDERS_APP_LAMBDA.root)),
  HTTP(Set.of("io.javalin", "org.eclipse.jetty", "jakarta.servlet"), Set.of(ORDERS_APP_HTTP.root)),
  LAMBDA(Set.of("com.amazonaws"), Set.of(ORDERS_APP_LAMBDA.root)),
  SQL(
      Set.of("org.jdbi", "java.sql"),
      Set.of(ORDERS_ADAPTERS.room("postgres"), ORDERS_ADAPTERS.room("sandbox"))),
  POSTGRESQL(
      Set.of("org.postgresql", "com.zaxxer.hikari", "org.flywaydb"),
      Set.of(ORDERS_ADAPTERS.room("postgres"))),
  EMBEDDED_DATABASE(Set.of("io.zonky"), Set.of(ORDERS_ADAPTERS.room("embedded"))),
  QUEUES(Set.of("software.amazon.awssdk"), Set.of(ORDERS_ADAPTERS.room("sqs"))),
  METRICS(Set.of("io.micrometer"), Set.of(ORDERS_WIRING.room("metrics"))),
  MAPPING(Set.of("org.mapstruct"), Set.of(ORDERS_APP.root, ORDERS_ADAPTERS.root));

  final Set<String> packages;
  final Set<String> places;

  Library(Set<String> packages, Set<String> places) {
    this.packages = packages;
    this.places = places;
  }
}
