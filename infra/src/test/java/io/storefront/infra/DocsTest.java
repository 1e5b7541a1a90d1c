package io.storefront.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.infra.settings.ConnectionBudget;
import io.storefront.infra.settings.Flag;
import io.storefront.infra.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The templates and what is written for people say the same. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DocsTest {
  private static final List<String> OURS = List.of("orders", "migration");

  private static final Synthesized SMALLEST =
      Synthesized.with(Map.of("compute", "ecs", "taskCpu", "256", "taskMemory", "512"));

  /** MiB that a server was seen to take beside its heap, at most. */
  private static final int BESIDE_THE_HEAP = 175;

  @Test
  void every_variable_that_is_set_is_one_that_the_hosts_read() {
    List<String> read = Page.of("README.md").all("(?m)^\\| `([A-Z_]+)` \\|");
    assertThat(read).contains("DATABASE_URL");
    assertThat(variables()).contains("DATABASE_URL", "DATABASE_PASSWORD").isSubsetOf(read);
  }

  @Test
  void every_function_has_a_handler_of_the_bundle_and_every_handler_a_function() {
    List<String> handlers =
        functions().map(function -> String.valueOf(function.get("Handler"))).toList();
    assertThat(Page.of("orders-app-lambda/README.md").all("(?m)^\\| `(io[\\w.]+Handler)` \\|"))
        .isNotEmpty()
        .hasSameElementsAs(handlers);
  }

  @Test
  void every_metric_of_ours_is_one_that_is_counted() {
    List<String> counted = Page.of("docs/operating.md").all("(?m)^\\| `(oms_[a-z_]+)` \\|");
    Set<String> watched =
        Synthesized.both().deployment().stacks().stream()
            .map(stack -> Synthesized.both().template(stack.getStackName()).toJSON().toString())
            .flatMap(text -> new Page(text).all("MetricName=(oms_[a-z_]+)").stream())
            .collect(Collectors.toSet());
    assertThat(watched).isNotEmpty().isSubsetOf(counted);
  }

  @Test
  void every_alarm_has_a_runbook_and_every_runbook_an_alarm() {
    List<String> runbooks = Page.of("docs/runbooks.md").all("(?m)^## `([a-z0-9-]+)`$");
    assertThat(alarms()).isNotEmpty().hasSameElementsAs(runbooks);
  }

  @Test
  void every_flag_is_described() {
    assertThat(Page.of("infra/README.md").text()).contains(Flag.table());
  }

  @Test
  void the_connection_budget_is_as_described() {
    ConnectionBudget budget =
        ConnectionBudget.of(new Settings(Synthesized.app(Map.of()).getNode()));
    assertThat(Page.of("docs/costs-and-sizing.md").text())
        .contains(
            "%d + %d + %d = %d ≤ %d"
                .formatted(
                    budget.tasks(),
                    budget.functions(),
                    budget.migration(),
                    budget.most(),
                    budget.usable()));
  }

  @Test
  void the_memory_of_a_task_is_as_described() {
    int program = program(Synthesized.ecs());
    int smallest = program(SMALLEST);
    assertThat(Page.of("docs/costs-and-sizing.md").text())
        .contains("= the program, hard limit %13d".formatted(program))
        .contains(
            "%d %% of it is the heap, %d; %d for classes"
                .formatted(heapPercentage(), heap(program), program - heap(program)))
        .contains(
            "With the smallest task, 512 MiB, the program has %d and a heap of %d."
                .formatted(smallest, heap(smallest)))
        .contains("Beside its heap it takes up to %d under load".formatted(BESIDE_THE_HEAP));
    assertThat(Page.of("docs/deploying.md").text())
        .contains("%d %% of the container's memory for the heap".formatted(heapPercentage()))
        .contains("java -XX:MaxRAMPercentage=%d -XX:+Exit".formatted(heapPercentage()));
  }

  @Test
  void the_smallest_task_has_a_tenth_left_when_its_heap_is_full() {
    int smallest = program(SMALLEST);
    assertThat(smallest - heap(smallest) - BESIDE_THE_HEAP).isGreaterThan(smallest / 10);
  }

  /** MiB that the collector leaves it. */
  private static int program(Synthesized deployment) {
    return containers(deployment)
        .filter(container -> container.get("Name").equals("orders"))
        .mapToInt(container -> ((Number) container.get("Memory")).intValue())
        .findFirst()
        .orElseThrow();
  }

  private static int heap(int program) {
    return program * heapPercentage() / 100;
  }

  private static int heapPercentage() {
    List<String> flags =
        Page.of("orders-app-http/pom.xml").all("<jvmFlag>-XX:MaxRAMPercentage=(\\d+)</jvmFlag>");
    return Integer.parseInt(flags.getFirst());
  }

  private static List<String> alarms() {
    return Synthesized.both().deployment().stacks().stream()
        .flatMap(
            stack ->
                Synthesized.both()
                    .resources(stack.getStackName(), "AWS::CloudWatch::Alarm")
                    .values()
                    .stream())
        .map(alarm -> ((Map<?, ?>) alarm.get("Properties")).get("AlarmName"))
        .map(name -> String.valueOf(name).replaceFirst("^orders-", "").replaceFirst("-shop$", ""))
        .toList();
  }

  private static Set<String> variables() {
    Stream<String> ofFunctions =
        functions()
            .map(function -> (Map<?, ?>) function.get("Environment"))
            .flatMap(environment -> ((Map<?, ?>) environment.get("Variables")).keySet().stream())
            .map(String::valueOf);
    return Stream.concat(ofFunctions, ofContainers(Synthesized.both())).collect(Collectors.toSet());
  }

  /** Those that run the bundle, and not the CDK's own. */
  private static Stream<Map<?, ?>> functions() {
    return Synthesized.both().resources("Lambda", "AWS::Lambda::Function").values().stream()
        .<Map<?, ?>>map(function -> (Map<?, ?>) function.get("Properties"))
        .filter(function -> String.valueOf(function.get("Handler")).startsWith("io.storefront"));
  }

  private static Stream<Map<?, ?>> containers(Synthesized deployment) {
    return deployment.resources("Ecs", "AWS::ECS::TaskDefinition").values().stream()
        .map(task -> (Map<?, ?>) task.get("Properties"))
        .flatMap(task -> ((List<?>) task.get("ContainerDefinitions")).stream())
        .map(container -> (Map<?, ?>) container);
  }

  private static Stream<String> ofContainers(Synthesized both) {
    return containers(both)
        .filter(container -> OURS.contains(container.get("Name")))
        .flatMap(
            container ->
                Stream.of("Environment", "Secrets")
                    .map(container::get)
                    .flatMap(list -> ((List<?>) list).stream()))
        .map(variable -> String.valueOf(((Map<?, ?>) variable).get("Name")));
  }
}
