package io.storefront.infra.data;

import java.util.Arrays;
import java.util.List;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.SearchExpression;
import software.constructs.Construct;

/**
 * The dashboard. It looks for the doors by search, so that it shows whichever there are and need
 * not change with them.
 */
final class Board extends Construct {
  private static final int WIDTH = 8;

  Board(Construct scope, String name, Database database, List<IntakeQueue> intake) {
    super(scope, "Board");
    Dashboard board = Dashboard.Builder.create(this, "Dashboard").dashboardName(name).build();
    board.addWidgets(
        graph(
            "Pending orders, by age",
            List.of(search(doors("oms_orders_pending", Watched.NAMESPACE, "Maximum")))),
        waiting("Orders and payments that wait", "oms_orders_", "oms_payment_"),
        waiting("Seconds that something waits", "oms_work_", "oms_events_oldest_", "oms_feed_"));
    board.addWidgets(
        graph(
            "5xx",
            List.of(
                search(doors("HTTPCode_Target_5XX_Count", "AWS/ApplicationELB", "Sum")),
                search(doors("HTTPCode_ELB_5XX_Count", "AWS/ApplicationELB", "Sum")),
                search(doors("5xx", "AWS/ApiGateway", "Sum")))),
        graph(
            "p99 (load balancer: s, HTTP API: ms)",
            List.of(
                search(doors("TargetResponseTime", "AWS/ApplicationELB", "p99")),
                search(doors("Latency", "AWS/ApiGateway", "p99")))),
        graph(
            "Dead letters",
            intake.stream()
                .map(each -> (IMetric) each.dead().metricApproximateNumberOfMessagesVisible())
                .toList()));
    board.addWidgets(
        graph("Connections", List.of(database.metric("DatabaseConnections"))),
        graph("Processor of the database, %", List.of(database.metric("CPUUtilization"))),
        waiting("Parked, and readable (1)", "oms_events_parked_", "oms_backlog_"));
  }

  private static GraphWidget waiting(String title, String... prefixes) {
    return graph(
        title,
        Arrays.stream(Watched.values())
            .filter(each -> Arrays.stream(prefixes).anyMatch(each.metric()::startsWith))
            .map(Watched::greatest)
            .toList());
  }

  private static GraphWidget graph(String title, List<IMetric> metrics) {
    return GraphWidget.Builder.create().title(title).left(metrics).width(WIDTH).build();
  }

  private static String doors(String metric, String namespace, String statistic) {
    return "SEARCH('Namespace=\"%s\" MetricName=\"%s\"', '%s')"
        .formatted(namespace, metric, statistic);
  }

  private static SearchExpression search(String expression) {
    return SearchExpression.Builder.create().expression(expression).period(Bells.MINUTE).build();
  }
}
