package io.storefront.infra.ecs;

import io.storefront.infra.nag.Excuse;
import io.storefront.infra.settings.Flag;
import io.storefront.infra.settings.Settings;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ecr.IRepository;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.ecs.AwsLogDriverMode;
import software.amazon.awscdk.services.ecs.AwsLogDriverProps;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.CpuArchitecture;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.ecs.OperatingSystemFamily;
import software.amazon.awscdk.services.ecs.RuntimePlatform;
import software.amazon.awscdk.services.ecs.Secret;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** The image as server and as migration run it: nothing to write, nobody to be, one log. */
final class TaskImage extends Construct {
  private static final String NOBODY = "65532";

  /** 5 s of delay, 10 s for requests, 11 s for messages, 10 s for background work, and to spare. */
  private static final Duration STOPPING = Duration.seconds(45);

  private final Settings settings;
  private final LogGroup log;
  private final ContainerImage image;

  TaskImage(Construct scope, Settings settings) {
    super(scope, "Image");
    this.settings = settings;
    this.log =
        LogGroup.Builder.create(this, "Log")
            .retention(RetentionDays.THREE_MONTHS)
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    IRepository repository = Repository.fromRepositoryName(this, "Repository", settings.name());
    this.image = ContainerImage.fromEcrRepository(repository, settings.required(Flag.IMAGE_TAG));
  }

  FargateTaskDefinition task(String id) {
    return FargateTaskDefinition.Builder.create(this, id)
        .cpu(settings.number(Flag.TASK_CPU))
        .memoryLimitMiB(settings.number(Flag.TASK_MEMORY))
        .runtimePlatform(
            RuntimePlatform.builder()
                .cpuArchitecture(CpuArchitecture.X86_64)
                .operatingSystemFamily(OperatingSystemFamily.LINUX)
                .build())
        .build();
  }

  /** At last, because only what is there already is excused. */
  void excuse() {
    Excuse.all(
        this,
        Excuse.of("ECS2", "The variables are settings; what is secret comes from its secret."),
        Excuse.of("IAM5", "The token of ECR knows no resource; streams of one log have no names."));
  }

  ContainerDefinitionOptions.Builder container(
      String name, Map<String, String> variables, Map<String, Secret> secrets) {
    return ContainerDefinitionOptions.builder()
        .containerName(name)
        .image(image)
        .essential(true)
        .readonlyRootFilesystem(true)
        .user(NOBODY)
        .stopTimeout(STOPPING)
        .environment(variables)
        .secrets(secrets)
        .logging(logging(name));
  }

  /** Loses lines rather than requests when the log is slow. */
  LogDriver logging(String prefix) {
    return LogDriver.awsLogs(
        AwsLogDriverProps.builder()
            .logGroup(log)
            .streamPrefix(prefix)
            .mode(AwsLogDriverMode.NON_BLOCKING)
            .build());
  }
}
