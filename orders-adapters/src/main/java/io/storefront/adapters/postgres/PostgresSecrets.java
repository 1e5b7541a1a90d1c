package io.storefront.adapters.postgres;

import io.storefront.app.port.Secrets;
import java.security.SecureRandom;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The first instance to ask makes the secret; all others read it. */
final class PostgresSecrets implements Secrets {
  private static final int BYTES = 32;

  private static final String FIND = "SELECT value FROM app_secret WHERE name = :name";

  private static final String MAKE =
      """
      INSERT INTO app_secret (name, value) VALUES (:name, :value) ON CONFLICT (name) DO NOTHING
      """;

  private final Database database;

  PostgresSecrets(Database database) {
    this.database = database;
  }

  @Override
  public byte[] get(String name) {
    return database.write(
        (handle, again) ->
            find(handle, name)
                .or(
                    () -> {
                      make(handle, name);
                      return find(handle, name);
                    })
                .orElseThrow());
  }

  private static Optional<byte[]> find(Handle handle, String name) {
    return handle
        .createQuery(FIND)
        .bind("name", name)
        .map((row, context) -> Columns.bytes(row, "value"))
        .findOne();
  }

  private static void make(Handle handle, String name) {
    byte[] value = new byte[BYTES];
    new SecureRandom().nextBytes(value);
    handle.createUpdate(MAKE).bind("name", name).bind("value", value).execute();
  }
}
