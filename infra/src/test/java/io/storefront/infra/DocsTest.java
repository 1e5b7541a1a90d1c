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

  /** MiB that the collector leaves the program of a task, by default and of the smallest. */
  private static final int PROGRAM = 1024 - 160;

  private static final int SMALLEST = 512 - 160;

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
  void the_memory_of_a_task_is_as_described_and_has_room_beside_the_heap() {
    assertThat(SMALLEST - heap(SMALLEST)).isGreaterThan(BESIDE_THE_HEAP);
    assertThat(Page.of("docs/costs-and-sizing.md").text())
        .contains("= the program, hard limit %13d".formatted(PROGRAM))
        .contains(
            "%d %% of it is the heap, %d; %d for classes"
                .formatted(heapPercentage(), heap(PROGRAM), PROGRAM - heap(PROGRAM)))
        .contains(
            "With the smallest task, 512 MiB, the program has %d and a heap of %d."
                .formatted(SMALLEST, heap(SMALLEST)))
        .contains("Beside its heap it takes up to %d under load".formatted(BESIDE_THE_HEAP));
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

  private static Stream<String> ofContainers(Synthesized both) {
    return both.resources("Ecs", "AWS::ECS::TaskDefinition").values().stream()
        .map(task -> (Map<?, ?>) task.get("Properties"))
        .flatMap(task -> ((List<?>) task.get("ContainerDefinitions")).stream())
        .map(container -> (Map<?, ?>) container)
        .filter(container -> OURS.contains(container.get("Name")))
        .flatMap(
            container ->
                Stream.of("Environment", "Secrets")
                    .map(container::get)
                    .flatMap(list -> ((List<?>) list).stream()))
        .map(variable -> String.valueOf(((Map<?, ?>) variable).get("Name")));
  }
}
