package io.storefront.infra.data;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/**
 * Makes alarms that all look alike: a name with a runbook, minutes, told when they begin and when
 * they end.
 *
 * @param name what the names of alarms begin with
 */
public record Bells(Construct scope, String name, ITopic topic) {
  /** What is judged, of minute to minute. */
  public static final Duration MINUTE = Duration.minutes(1);

  /** Rings when the metric was above the threshold for so many minutes in a row. */
  public Alarm above(String id, IMetric metric, Number threshold, int minutes, String meaning) {
    return ring(
        builder(id, metric, minutes, meaning)
            .threshold(threshold)
            .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
            .treatMissingData(TreatMissingData.NOT_BREACHING)
            .build());
  }

  /**
   * Rings when the metric was above the threshold in so many of twice as many minutes, for what is
   * not told in each: in a row, one minute untold would begin the count anew.
   */
  public Alarm oftenAbove(
      String id, IMetric metric, Number threshold, int minutes, String meaning) {
    return ring(
        builder(id, metric, minutes, meaning)
            .evaluationPeriods(2 * minutes)
            .threshold(threshold)
            .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
            .treatMissingData(TreatMissingData.NOT_BREACHING)
            .build());
  }

  /** Rings when it was below the threshold for so many minutes in a row, or was not told at all. */
  public Alarm below(String id, IMetric metric, Number threshold, int minutes, String meaning) {
    return ring(
        builder(id, metric, minutes, meaning)
            .threshold(threshold)
            .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
            .treatMissingData(TreatMissingData.BREACHING)
            .build());
  }

  private Alarm.Builder builder(String id, IMetric metric, int minutes, String meaning) {
    return Alarm.Builder.create(scope, id)
        .alarmName(name + "-" + id)
        .alarmDescription(meaning + "; docs/runbooks.md tells what to do")
        .metric(metric)
        .evaluationPeriods(minutes)
        .datapointsToAlarm(minutes);
  }

  private Alarm ring(Alarm alarm) {
    SnsAction told = new SnsAction(topic);
    alarm.addAlarmAction(told);
    alarm.addOkAction(told);
    return alarm;
  }
}
