package io.storefront.adapters.postgres;

import io.storefront.adapters.testkit.PostgresVersion;
import io.storefront.adapters.testkit.TestDatabase;
import java.util.EnumMap;
import java.util.Map;

/** One database and one pool for each version, for tests that do not mind company. */
final class Shared {
  private static final Map<PostgresVersion, PostgresAdapters> OPEN =
      new EnumMap<>(PostgresVersion.class);
  private static final Map<PostgresVersion, TestDatabase> DATABASES =
      new EnumMap<>(PostgresVersion.class);

  private Shared() {}

  static synchronized TestDatabase database(PostgresVersion version) {
    return DATABASES.computeIfAbsent(version, TestDatabase::create);
  }

  static synchronized PostgresAdapters adapters(PostgresVersion version) {
    return OPEN.computeIfAbsent(version, each -> database(each).open());
  }
}
