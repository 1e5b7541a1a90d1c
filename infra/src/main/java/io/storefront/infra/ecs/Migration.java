package io.storefront.infra.ecs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storefront.infra.data.Foundation;
import io.storefront.infra.nag.Excuse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.CustomResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.customresources.Provider;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.ICluster;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * Migrates by a task of its own whenever its definition changes, which it does with the image. What
 * depends on this is rolled out once the task has ended well, and not at all when it has not. A
 * migration that takes longer than the function that waits for it is stopped.
 */
final class Migration extends Construct {
  /** As long as a function may go on. */
  private static final Duration MOST = Duration.minutes(15);

  Migration(Construct scope, ICluster cluster, TaskImage image, Foundation foundation) {
    super(scope, "Migration");
    FargateTaskDefinition task = image.task("Migration");
    task.addContainer(
        "Migration",
        image
            .container(
                "migration",
                TaskSettings.ofMigration(foundation),
                TaskSettings.password(foundation))
            .command(List.of("migrate"))
            .build());
    LogGroup log = log();
    Function runner = runner(cluster, task, log);
    Provider provider =
        Provider.Builder.create(this, "Provider").onEventHandler(runner).logGroup(log).build();
    CustomResource run =
        CustomResource.Builder.create(this, "Run")
            .serviceToken(provider.getServiceToken())
            .properties(
                Map.of(
                    "cluster", cluster.getClusterArn(),
                    "task", task.getTaskDefinitionArn(),
                    "subnets",
                        foundation.vpc().getPrivateSubnets().stream()
                            .map(ISubnet::getSubnetId)
                            .toList(),
                    "groups", List.of(foundation.clientsId())))
            .build();
    run.getNode().addDependency(task);
    Excuse.all(
        this,
        Excuse.of("IAM4", "AWS's own policy to write logs grants that and no more."),
        Excuse.of("IAM5", "Tasks of one cluster, and versions of one function, have no names yet."),
        Excuse.of("L1", "The runtime of the CDK's own provider is the CDK's to choose."));
  }

  /** Outlives a roll-out that is taken back, for somebody will want to know why. */
  private LogGroup log() {
    return LogGroup.Builder.create(this, "Log")
        .retention(RetentionDays.THREE_MONTHS)
        .removalPolicy(RemovalPolicy.RETAIN)
        .build();
  }

  private Function runner(ICluster cluster, FargateTaskDefinition task, LogGroup log) {
    Function runner =
        Function.Builder.create(this, "Runner")
            .runtime(Runtime.NODEJS_22_X)
            .handler("index.handler")
            .code(Code.fromInline(script()))
            .timeout(MOST)
            .logGroup(log)
            .build();
    task.grantRun(runner);
    // Of every revision, so that the rights need not change with it, which takes effect late.
    runner.addToRolePolicy(
        PolicyStatement.Builder.create()
            .actions(List.of("ecs:RunTask"))
            .resources(List.of(revisions(task)))
            .build());
    runner.addToRolePolicy(
        PolicyStatement.Builder.create()
            .actions(List.of("ecs:DescribeTasks", "ecs:StopTask"))
            .resources(List.of("*"))
            .conditions(Map.of("ArnEquals", Map.of("ecs:cluster", cluster.getClusterArn())))
            .build());
    return runner;
  }

  private String revisions(FargateTaskDefinition task) {
    return Stack.of(this)
        .formatArn(
            ArnComponents.builder()
                .service("ecs")
                .resource("task-definition")
                .resourceName(task.getFamily() + ":*")
                .build());
  }

  private static String script() {
    try (InputStream file =
        Objects.requireNonNull(Migration.class.getResourceAsStream("migrate.js"))) {
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
