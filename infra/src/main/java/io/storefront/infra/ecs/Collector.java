package io.storefront.infra.ecs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storefront.infra.settings.Flag;
import io.storefront.infra.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * A second container that takes the host's metrics to CloudWatch. A task lives without it, and it
 * is started again when it ends.
 */
final class Collector extends Construct {
  /** MiB of a task that are its own; above them it is ended. */
  static final int MEMORY = 160;

  /** From here on it rather works for its memory. */
  private static final String THRIFTY = "128MiB";

  Collector(Construct scope, Settings settings, FargateTaskDefinition task, LogDriver logging) {
    super(scope, "Collector");
    LogGroup metrics =
        LogGroup.Builder.create(this, "Metrics")
            .retention(RetentionDays.ONE_MONTH)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    task.addContainer(
        "Collector",
        ContainerDefinitionOptions.builder()
            .containerName("collector")
            .image(ContainerImage.fromRegistry(settings.text(Flag.COLLECTOR_IMAGE)))
            .essential(false)
            .readonlyRootFilesystem(true)
            .memoryLimitMiB(MEMORY)
            .enableRestartPolicy(true)
            .environment(
                Map.of(
                    "GOMEMLIMIT",
                    THRIFTY,
                    "AOT_CONFIG_CONTENT",
                    configuration().replace("LOG_GROUP", metrics.getLogGroupName())))
            .logging(logging)
            .build());
    task.addToTaskRolePolicy(
        PolicyStatement.Builder.create()
            .actions(
                List.of("logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"))
            .resources(List.of(metrics.getLogGroupArn(), metrics.getLogGroupArn() + ":*"))
            .build());
  }

  private static String configuration() {
    try (InputStream file =
        Objects.requireNonNull(Collector.class.getResourceAsStream("collector.yaml"))) {
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
