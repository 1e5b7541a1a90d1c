package io.storefront.infra.data;

import io.storefront.infra.settings.Flag;
import io.storefront.infra.settings.Settings;
import software.amazon.awscdk.services.route53.HostedZone;
import software.amazon.awscdk.services.route53.HostedZoneAttributes;
import software.amazon.awscdk.services.route53.IHostedZone;
import software.constructs.Construct;

/** The hosted zone of the address, which is there before any of the stacks. */
public final class Zone {
  private Zone() {}

  /** As this construct sees it. */
  public static IHostedZone in(Construct scope, Settings settings) {
    return HostedZone.fromHostedZoneAttributes(
        scope,
        "Zone",
        HostedZoneAttributes.builder()
            .hostedZoneId(settings.text(Flag.ZONE_ID))
            .zoneName(settings.text(Flag.ZONE))
            .build());
  }
}
