package io.storefront.infra.data;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.events.BaseArchiveProps;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.scheduler.ScheduleGroup;
import software.constructs.Construct;

/** The bus for events of orders, what it keeps of them, and the group for schedules of doors. */
final class Bus extends Construct {
  Bus(Construct scope, String name) {
    super(scope, "Bus");
    EventBus bus = EventBus.Builder.create(this, "Bus").eventBusName(name).build();
    bus.applyRemovalPolicy(RemovalPolicy.RETAIN);
    bus.archive(
        "Archive",
        BaseArchiveProps.builder()
            .eventPattern(EventPattern.builder().source(List.of(name)).build())
            .retention(Duration.days(90))
            .build());
    ScheduleGroup.Builder.create(this, "Schedules").scheduleGroupName(name).build();
  }
}
