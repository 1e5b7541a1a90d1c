package io.storefront.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/** Orders that come by queue: who takes them in, how many at once, and what he may do. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IntakeTest {
  private static final Map<String, String> TWO =
      Map.of(
          "compute", "both",
          "storefronts", "acme, shop",
          "pricingStorefronts", "acme",
          "intakeConcurrency", "3");

  private final Template lambda = Synthesized.with(TWO).template("Lambda");
  private final Template ecs = Synthesized.with(TWO).template("Ecs");

  @Test
  void a_function_is_handed_five_orders_of_a_queue_and_says_which_of_them_failed() {
    lambda.resourceCountIs("AWS::Lambda::EventSourceMapping", 2);
    for (String storefront : List.of("acme", "shop")) {
      String queue = "OrdersData:.*Intake%sQueue.*Arn.*".formatted(storefront);
      lambda.hasResourceProperties(
          "AWS::Lambda::EventSourceMapping",
          Map.of(
              "EventSourceArn",
              Map.of("Fn::ImportValue", Match.stringLikeRegexp(queue)),
              "BatchSize",
              5,
              "FunctionResponseTypes",
              List.of("ReportBatchItemFailures"),
              "ScalingConfig",
              Map.of("MaximumConcurrency", 3)));
    }
  }

  @Test
  void the_function_has_instances_for_all_queues_and_waits_for_the_migration() {
    Map<?, ?> function = function(lambda);
    assertThat(number(function, "ReservedConcurrentExecutions")).isEqualTo(6);
    assertThat(number(function, "MemorySize")).isEqualTo(512);
    assertThat(
            lambda.findResources("AWS::Lambda::Function").values().stream()
                .filter(each -> each.get("Properties").equals(function))
                .map(each -> each.get("DependsOn").toString()))
        .singleElement()
        .asString()
        .contains("Migrate");
  }

  @Test
  void a_batch_ends_within_the_function_and_the_function_long_before_its_messages_come_again() {
    List<String> budget = Page.of("README.md").all("(?m)^\\| `TIME_BUDGET` \\| `(\\d+)s` \\|");
    int seconds = number(function(lambda), "Timeout");
    assertThat(budget).hasSize(1);
    assertThat(lambda.findResources("AWS::Lambda::EventSourceMapping").values())
        .map(source -> number((Map<?, ?>) source.get("Properties"), "BatchSize"))
        .isNotEmpty()
        .allMatch(batch -> batch * Integer.parseInt(budget.getFirst()) < seconds);
    Synthesized.with(TWO)
        .template("Data")
        .hasResourceProperties(
            "AWS::SQS::Queue",
            Map.of("QueueName", "orders-intake-acme", "VisibilityTimeout", 6 * seconds));
  }

  @Test
  void both_hosts_are_told_whose_each_queue_is_and_whose_prices_count() {
    String told =
        ".*acme\\+orders:price=, \\{Fn::ImportValue=OrdersData:\\w*IntakeacmeQueue\\w*},"
            + " ,shop=, \\{Fn::ImportValue=OrdersData:\\w*IntakeshopQueue\\w*}.*";
    assertThat(function(lambda).get("Environment").toString()).matches("(?s)" + told);
    assertThat(container(ecs, "orders")).contains("Name=INTAKE_QUEUES").matches("(?s)" + told);
    assertThat(container(ecs, "migration")).doesNotContain("INTAKE_QUEUES");
  }

  @Test
  void a_task_may_take_and_refuse_orders_and_nothing_else() {
    Set<String> take = Set.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");
    assertThat(allowed(ecs)).isEqualTo(onBoth(take));
  }

  @Test
  void a_function_may_do_what_an_event_source_needs_and_refuse() {
    Set<String> take =
        Set.of(
            "sqs:ReceiveMessage",
            "sqs:DeleteMessage",
            "sqs:GetQueueAttributes",
            "sqs:GetQueueUrl",
            "sqs:ChangeMessageVisibility");
    assertThat(allowed(lambda)).isEqualTo(onBoth(take));
  }

  @Test
  void without_storefronts_nothing_is_taken_in() {
    Template none =
        Synthesized.with(Map.of("compute", "lambda", "storefronts", "")).template("Lambda");
    none.resourceCountIs("AWS::Lambda::EventSourceMapping", 0);
    assertThat(number(function(none), "ReservedConcurrentExecutions")).isZero();
    assertThat(allowed(none)).isEmpty();
  }

  @Test
  void an_alarm_rings_when_an_order_waits_longer_than_five_tries_take() {
    Synthesized.with(TWO)
        .template("Data")
        .hasResourceProperties(
            "AWS::CloudWatch::Alarm",
            Map.of(
                "AlarmName", "orders-intake-waiting-acme",
                "MetricName", "ApproximateAgeOfOldestMessage",
                "Threshold", 900));
  }

  private static Map<String, Set<String>> onBoth(Set<String> take) {
    return Map.of(
        "acmeQueue",
        take,
        "shopQueue",
        take,
        "acmeDead",
        Set.of("sqs:SendMessage"),
        "shopDead",
        Set.of("sqs:SendMessage"));
  }

  /** What all roles of a stack together may do, by queue. */
  private static Map<String, Set<String>> allowed(Template template) {
    Map<String, Set<String>> allowed = new TreeMap<>();
    template.findResources("AWS::IAM::Policy").values().stream()
        .map(policy -> (Map<?, ?>) policy.get("Properties"))
        .map(policy -> (Map<?, ?>) policy.get("PolicyDocument"))
        .flatMap(document -> ((List<?>) document.get("Statement")).stream())
        .map(statement -> (Map<?, ?>) statement)
        .forEach(
            statement -> {
              List<String> acts = new Page(statement.get("Action").toString()).all("(sqs:[\\w*]+)");
              if (!acts.isEmpty()) {
                queues(statement)
                    .forEach(
                        queue ->
                            allowed.computeIfAbsent(queue, none -> new TreeSet<>()).addAll(acts));
              }
            });
    return allowed;
  }

  /** Those that a statement names, or whatever else it does. */
  private static List<String> queues(Map<?, ?> statement) {
    String named = statement.get("Resource").toString();
    List<String> queues =
        new Page(named).all("OrdersData:\\w*Intake([a-z]+(?:Queue|Dead))[0-9A-F]{8}Arn");
    return queues.isEmpty() ? List.of(named) : queues;
  }

  private static Map<?, ?> function(Template template) {
    return template.findResources("AWS::Lambda::Function").values().stream()
        .<Map<?, ?>>map(function -> (Map<?, ?>) function.get("Properties"))
        .filter(
            function -> "io.storefront.app.lambda.IntakeHandler".equals(function.get("Handler")))
        .findFirst()
        .orElseThrow();
  }

  private static String container(Template template, String name) {
    return template.findResources("AWS::ECS::TaskDefinition").values().stream()
        .map(task -> (Map<?, ?>) task.get("Properties"))
        .flatMap(task -> ((List<?>) task.get("ContainerDefinitions")).stream())
        .map(container -> (Map<?, ?>) container)
        .filter(container -> name.equals(container.get("Name")))
        .map(Object::toString)
        .findFirst()
        .orElseThrow();
  }

  private static int number(Map<?, ?> properties, String name) {
    return ((Number) properties.get(name)).intValue();
  }
}
