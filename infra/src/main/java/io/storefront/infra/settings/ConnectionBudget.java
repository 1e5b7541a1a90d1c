package io.storefront.infra.settings;

/**
 * The most connections that may be open at once, which must stay within 80 % of what the database
 * allows; the rest is for backups and people.
 *
 * @param tasks twice the most tasks, because old and new run beside each other while rolling out
 * @param functions most instances of functions, with one connection each
 * @param migration connections of a migration
 * @param allowed {@code max_connections} of the database
 */
public record ConnectionBudget(int tasks, int functions, int migration, int allowed) {
  private static final int ROLLING_OUT = 2;
  private static final int MIGRATION = 3;

  /**
   * What the flags come to. Both doors count, whichever is deployed, so that the other one may be
   * switched on at any time.
   */
  public static ConnectionBudget of(Settings settings) {
    return new ConnectionBudget(
        settings.number(Flag.MAX_TASKS) * ROLLING_OUT * settings.number(Flag.POOL_SIZE),
        settings.number(Flag.API_CONCURRENCY)
            + settings.number(Flag.SWEEP_CONCURRENCY)
            + settings.intakeInstances(),
        MIGRATION,
        settings.number(Flag.MAX_CONNECTIONS));
  }

  /** All that may be open at once. */
  public int most() {
    return tasks + functions + migration;
  }

  /** What may be used of what the database allows. */
  public int usable() {
    return allowed * 4 / 5;
  }

  /** Above this somebody should know, because the proxy never opens more than all. */
  public int nearlyAll() {
    return usable() * 9 / 10;
  }

  /**
   * Does nothing when it fits.
   *
   * @throws IllegalArgumentException with the arithmetic when it does not
   */
  public void check() {
    if (most() > usable()) {
      throw new IllegalArgumentException(
          "%d for tasks + %d for functions + %d for a migration = %d connections, but only %d of %d"
                  .formatted(tasks, functions, migration, most(), usable(), allowed)
              + " may be used: raise maxConnections, or lower maxTasks, poolSize, apiConcurrency,"
              + " intakeConcurrency");
    }
  }
}
