package io.storefront.wiring;

/** Brings the database up to date without starting anything else; for a task before a roll-out. */
public final class SchemaMigration {
  private SchemaMigration() {}

  /**
   * Migrates. Costs one look where nothing is to be done; several may run at once, also beside
   * servers.
   *
   * @return what was done, in one line
   * @throws ApplicationUnavailable when the database cannot be used, or a migration failed
   */
  public static String run(OrdersConfig config) {
    try (Storage storage = Storage.open(config, StartMode.NORMAL)) {
      int applied = storage.migrate();
      return applied == 0
          ? "nothing to migrate: the schema is current"
          : "migrations applied: %d; the schema is current".formatted(applied);
    }
  }
}
