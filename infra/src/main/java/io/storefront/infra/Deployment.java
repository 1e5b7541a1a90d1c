package io.storefront.infra;

import io.storefront.infra.data.DataStack;
import io.storefront.infra.ecs.EcsStack;
import io.storefront.infra.edge.EdgeStack;
import io.storefront.infra.lambda.LambdaStack;
import io.storefront.infra.settings.ConnectionBudget;
import io.storefront.infra.settings.Flag;
import io.storefront.infra.settings.Settings;
import io.storefront.infra.settings.TaskSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/**
 * The stacks of one system: data and edge always and always the same, and the doors that are asked
 * for. A door may be taken away or put beside the other one without touching what is shared.
 *
 * @param doors one or two
 */
public record Deployment(DataStack data, EdgeStack edge, List<Stack> doors) {
  /** Certificates and firewalls of CloudFront live here and nowhere else. */
  private static final String EDGE_REGION = "us-east-1";

  /**
   * Builds all stacks.
   *
   * @throws IllegalArgumentException when a flag cannot be used, connections do not suffice, or
   *     Fargate has no such task
   */
  public static Deployment of(Construct app, Settings settings) {
    ConnectionBudget.of(settings).check();
    TaskSize.of(settings).check();
    String region = settings.text(Flag.REGION);
    DataStack data = new DataStack(app, id(settings, "Data"), in(settings, region), settings);
    EdgeStack edge = new EdgeStack(app, id(settings, "Edge"), in(settings, EDGE_REGION), settings);
    List<Stack> doors = new ArrayList<>();
    if (settings.compute().ecs()) {
      doors.add(
          new EcsStack(
              app, id(settings, "Ecs"), in(settings, region), settings, data.foundation()));
    }
    if (settings.compute().lambda()) {
      doors.add(
          new LambdaStack(
              app, id(settings, "Lambda"), in(settings, region), settings, data.foundation()));
    }
    return new Deployment(data, edge, List.copyOf(doors));
  }

  /** All of them. */
  public List<Stack> stacks() {
    List<Stack> all = new ArrayList<>(List.of(data, edge));
    all.addAll(doors);
    return all;
  }

  private static String id(Settings settings, String part) {
    String name = settings.name();
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + part;
  }

  private static StackProps in(Settings settings, String region) {
    return StackProps.builder()
        .env(Environment.builder().account(settings.account()).region(region).build())
        .build();
  }
}
