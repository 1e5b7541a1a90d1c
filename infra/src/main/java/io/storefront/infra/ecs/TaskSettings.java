package io.storefront.infra.ecs;

import io.storefront.infra.data.Foundation;
import io.storefront.infra.settings.Flag;
import io.storefront.infra.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.ecs.Secret;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.constructs.Construct;

/**
 * The variables that the HTTP host is given: those of the README, and no others. In one order
 * always, because a task definition with another order is another one.
 */
final class TaskSettings {
  /** Where the image has the file that holds RDS's authorities. */
  static final String AUTHORITIES = "/etc/ssl/rds/global-bundle.pem";

  static final int METRICS_PORT = 9464;

  private TaskSettings() {}

  static Map<String, String> ofServer(Settings settings, Foundation foundation) {
    return new TreeMap<>(
        Map.of(
            "DATABASE_URL",
            foundation.serverUrl(),
            "DATABASE_USER",
            Foundation.OWNER,
            "DATABASE_POOL_SIZE",
            settings.text(Flag.POOL_SIZE),
            "INTAKE_QUEUES",
            foundation.intakeQueues(),
            "MIGRATE_AT_START",
            "false",
            "SHUTDOWN_DELAY",
            "5s",
            "METRICS_PORT",
            String.valueOf(METRICS_PORT),
            "LOG_FORMAT",
            "json"));
  }

  static Map<String, String> ofMigration(Foundation foundation) {
    return new TreeMap<>(
        Map.of(
            "DATABASE_URL",
            foundation.migrationUrl(AUTHORITIES),
            "DATABASE_USER",
            Foundation.OWNER,
            "DATABASE_POOL_SIZE",
            "1",
            "LOG_FORMAT",
            "json"));
  }

  static Map<String, Secret> secrets(Construct scope, Settings settings, Foundation foundation) {
    Map<String, Secret> secrets = new HashMap<>(password(foundation));
    settings
        .optional(Flag.OPERATOR_KEY)
        .ifPresent(
            name ->
                secrets.put("BOOTSTRAP_OPERATOR_KEY", Secret.fromSecretsManager(key(scope, name))));
    return secrets;
  }

  static Map<String, Secret> password(Foundation foundation) {
    return Map.of("DATABASE_PASSWORD", Secret.fromSecretsManager(foundation.secret(), "password"));
  }

  private static ISecret key(Construct scope, String name) {
    return software.amazon.awscdk.services.secretsmanager.Secret.fromSecretNameV2(
        scope, "OperatorKey", name);
  }
}
