package io.storefront.infra.data;

import io.storefront.infra.settings.Compute;
import io.storefront.infra.settings.Flag;
import io.storefront.infra.settings.Settings;
import software.amazon.awscdk.services.route53.ARecord;
import software.amazon.awscdk.services.route53.CfnRecordSet;
import software.amazon.awscdk.services.route53.IAliasRecordTarget;
import software.amazon.awscdk.services.route53.RecordTarget;
import software.constructs.Construct;

/**
 * A door's record under the name of the origin. It has a weight even where it is the only one,
 * because a record with a weight and one without cannot stand beside each other. A load balancer
 * without a healthy task leaves all to the other door.
 */
public final class Door extends Construct {
  private static final int ALL = 100;

  /**
   * A record beside that of the other door.
   *
   * @param door which of the two; not {@link Compute#BOTH}
   */
  public Door(Construct scope, Settings settings, Compute door, IAliasRecordTarget target) {
    super(scope, "Door");
    ARecord record =
        ARecord.Builder.create(this, "Record")
            .zone(Zone.in(this, settings))
            .recordName(settings.origin())
            .setIdentifier(door.name())
            .weight(weight(settings, door))
            .target(RecordTarget.fromAlias(target))
            .build();
    if (record.getNode().getDefaultChild() instanceof CfnRecordSet resource) {
      resource.addPropertyOverride("AliasTarget.EvaluateTargetHealth", true);
    }
  }

  private static int weight(Settings settings, Compute door) {
    int lambda = settings.number(Flag.LAMBDA_WEIGHT);
    return switch (settings.compute()) {
      case ECS, LAMBDA -> ALL;
      case BOTH -> door == Compute.LAMBDA ? lambda : ALL - lambda;
    };
  }
}
