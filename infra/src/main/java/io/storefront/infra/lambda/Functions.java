package io.storefront.infra.lambda;

import io.storefront.infra.data.Foundation;
import io.storefront.infra.data.IntakeQueue;
import io.storefront.infra.nag.Excuse;
import io.storefront.infra.settings.Flag;
import io.storefront.infra.settings.Settings;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipFile;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.SecretsManagerSecretOptions;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** The functions of the bundle, all alike but for handler, time and number. */
final class Functions extends Construct {
  /** The bundle's file that holds RDS's authorities, and where Lambda unpacks the bundle. */
  private static final String AUTHORITIES = "global-bundle.pem";

  private static final String UNPACKED = "/var/task/";

  private static final String HANDLERS = "io.storefront.app.lambda.";

  /** The gateway gives up at 30 s. */
  private static final Duration ANSWER = Duration.seconds(29);

  /** A sweep goes on for at most 50 s. */
  private static final Duration SWEEP = Duration.seconds(60);

  private static final Duration MIGRATION = Duration.minutes(15);

  /** MiB of a function that nobody waits for. */
  private static final int MEMORY = 512;

  /**
   * Messages that a function is handed at once. Each may take the time budget of placing, 5 s: one
   * after the other they end within 25 s of the 30.
   */
  private static final int BATCH = 5;

  private final Settings settings;
  private final Foundation foundation;
  private final Code bundle;
  private final ISecurityGroup clients;

  Functions(Construct scope, Settings settings, Foundation foundation) {
    super(scope, "Functions");
    this.settings = settings;
    this.foundation = foundation;
    this.clients = foundation.clients(this);
    this.bundle = bundle(settings.text(Flag.LAMBDA_ZIP));
  }

  /** Without the authorities a roll-out would end at its migration, after everything is made. */
  private static Code bundle(String zip) {
    try (ZipFile file = new ZipFile(zip)) {
      if (file.getEntry(AUTHORITIES) == null) {
        throw new IllegalArgumentException(
            "-c lambdaZip: %s has no %s in it; infra/README.md says how it gets there"
                .formatted(zip, AUTHORITIES));
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("-c lambdaZip: %s cannot be read".formatted(zip), e);
    }
    return Code.fromAsset(zip);
  }

  /** Answers requests; restored from a snapshot, which published versions have. */
  Function api() {
    return function("Api", "ApiHandler", foundation.serverUrl())
        .memorySize(settings.number(Flag.API_MEMORY))
        .timeout(ANSWER)
        .reservedConcurrentExecutions(settings.number(Flag.API_CONCURRENCY))
        .snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS)
        .build();
  }

  /** Finishes what requests have left. */
  Function sweep() {
    return function("Sweep", "SweepHandler", foundation.serverUrl())
        .memorySize(MEMORY)
        .timeout(SWEEP)
        .reservedConcurrentExecutions(settings.number(Flag.SWEEP_CONCURRENCY))
        .retryAttempts(0)
        .build();
  }

  /** Takes orders in. Each queue has instances of its own, so that none turns another away. */
  Function intake() {
    Function intake =
        function("Intake", "IntakeHandler", foundation.serverUrl())
            .memorySize(MEMORY)
            .timeout(Duration.seconds(IntakeQueue.FUNCTION_SECONDS))
            .reservedConcurrentExecutions(settings.intakeInstances())
            .build();
    intake.addEnvironment("INTAKE_QUEUES", foundation.intakeQueues());
    for (IntakeQueue each : foundation.intake()) {
      intake.addEventSource(source(each));
      each.letRefuse(intake);
    }
    return intake;
  }

  /** One bad message comes again without the others. */
  private SqsEventSource source(IntakeQueue from) {
    return SqsEventSource.Builder.create(from.queue())
        .batchSize(BATCH)
        .maxConcurrency(settings.number(Flag.INTAKE_CONCURRENCY))
        .reportBatchItemFailures(true)
        .build();
  }

  /** Migrates, past the proxy. */
  Function migration() {
    return function("Migration", "MigrateHandler", foundation.migrationUrl(UNPACKED + AUTHORITIES))
        .memorySize(MEMORY)
        .timeout(MIGRATION)
        .reservedConcurrentExecutions(1)
        .build();
  }

  private Function.Builder function(String id, String handler, String url) {
    return Function.Builder.create(this, id)
        .functionName(settings.name() + "-" + id.toLowerCase(Locale.ROOT))
        .runtime(Runtime.JAVA_25)
        .handler(HANDLERS + handler)
        .code(bundle)
        .environment(variables(url))
        .vpc(foundation.vpc())
        .vpcSubnets(SubnetSelection.builder().subnetType(SubnetType.PRIVATE_WITH_EGRESS).build())
        .securityGroups(List.of(clients))
        .logGroup(
            LogGroup.Builder.create(this, id + "Log")
                .retention(RetentionDays.THREE_MONTHS)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build());
  }

  /** Of the README, and no others; secrets are put in by CloudFormation, not by the template. */
  private Map<String, String> variables(String url) {
    Map<String, String> variables = new HashMap<>();
    variables.put("DATABASE_URL", url);
    variables.put("DATABASE_USER", Foundation.OWNER);
    variables.put("DATABASE_PASSWORD", password().unsafeUnwrap());
    variables.put("LOG_FORMAT", "json");
    variables.put("METRICS_NAMESPACE", "Orders");
    settings
        .optional(Flag.OPERATOR_KEY)
        .ifPresent(
            name ->
                variables.put(
                    "BOOTSTRAP_OPERATOR_KEY", SecretValue.secretsManager(name).unsafeUnwrap()));
    return variables;
  }

  private SecretValue password() {
    SecretsManagerSecretOptions.Builder field =
        SecretsManagerSecretOptions.builder().jsonField("password");
    settings.optional(Flag.PASSWORD_VERSION).ifPresent(field::versionId);
    return SecretValue.secretsManager(foundation.secret().getSecretArn(), field.build());
  }

  void excuse() {
    Excuse.all(
        this,
        Excuse.of("IAM4", "AWS's own policies to write logs and to join a VPC grant that only."));
  }
}
