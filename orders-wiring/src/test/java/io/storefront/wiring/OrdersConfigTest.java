package io.storefront.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.storefront.app.access.Scope;
import io.storefront.app.access.StorefrontQueue;
import io.storefront.orders.CapturePolicy;
import io.storefront.orders.StorefrontId;
import io.storefront.wiring.demo.DemoKeys;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrdersConfigTest {
  private static final String URL = "jdbc:postgresql://db.example:5432/orders?password=hunter2";

  @Test
  void with_no_variables_every_setting_has_its_default() {
    OrdersConfig config = OrdersConfig.fromEnv(Map.of());

    assertThat(config.port()).isEqualTo(3000);
    assertThat(config.metricsPort()).isEmpty();
    assertThat(config.metricsNamespace()).isEmpty();
    assertThat(config.database()).isEmpty();
    assertThat(config.poolSize()).isEqualTo(10);
    assertThat(config.migrateAtStart()).isTrue();
    assertThat(config.dataDirectory()).isEqualTo(Path.of("./.data"));
    assertThat(config.demoData()).isTrue();
    assertThat(config.queues()).isEmpty();
    assertThat(config.payments()).isEqualTo(PaymentProvider.SANDBOX);
    assertThat(config.policies().timeBudget()).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.policies().deadline()).isEqualTo(Duration.ofMinutes(15));
    assertThat(config.policies().capture()).isEqualTo(CapturePolicy.ON_EACH_SHIPMENT);
    assertThat(config.answerRetention()).isEqualTo(Duration.ofDays(2));
    assertThat(config.shutdownDelay()).isEqualTo(Duration.ZERO);
    assertThat(config.logging()).isEqualTo(new OrdersConfig.Logging(LogFormat.TEXT, LogLevel.INFO));
    assertThat(config.keys().operator()).isEmpty();
    assertThat(config.keys().kind()).isEqualTo(KeyKind.TEST);
  }

  @Test
  void on_a_database_of_ones_own_there_is_no_demo_unless_asked_for_and_keys_are_live() {
    OrdersConfig config = OrdersConfig.fromEnv(Map.of("DATABASE_URL", URL));

    assertThat(config.demoData()).isFalse();
    assertThat(config.keys().kind()).isEqualTo(KeyKind.LIVE);
    assertThat(OrdersConfig.fromEnv(Map.of("DATABASE_URL", URL, "DEMO_DATA", "true")).demoData())
        .isTrue();
  }

  @Test
  void queues_tell_whose_they_are_and_whether_prices_may_come_with_orders() {
    String url = "https://sqs.eu-central-1.amazonaws.com/123456789012/";
    List<StorefrontQueue> queues =
        OrdersConfig.fromEnv(
                Map.of(
                    "INTAKE_QUEUES",
                    " aurora=%sintake-aurora , north-1+orders:price=%sintake_2,"
                        .formatted(url, url)))
            .queues();

    assertThat(queues)
        .containsExactly(
            new StorefrontQueue(
                URI.create(url + "intake-aurora"), new StorefrontId("aurora"), false),
            new StorefrontQueue(URI.create(url + "intake_2"), new StorefrontId("north-1"), true));
    assertThat(queues.getFirst().name()).isEqualTo("intake-aurora");
    assertThat(queues.getFirst().caller().has(Scope.ORDERS_PRICE)).isFalse();
    assertThat(queues.getLast().caller().has(Scope.ORDERS_PRICE)).isTrue();
    assertThat(queues.getLast().caller().scopes()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://sqs.example/1/q",
        "aurora",
        "aurora=",
        "aurora=q",
        "Aurora=https://sqs.example/1/q",
        "aurora+orders:read=https://sqs.example/1/q",
        "aurora=ftp://sqs.example/1/q",
        "aurora=https://sqs.example/1/q?x=1",
        "aurora=http://elastic_mq:9324/1/q",
        "aurora=https://sqs.example/1/q,beam=https://sqs.example/2/q"
      })
  void a_queue_that_cannot_be_used_or_comes_twice_is_refused_by_name(String given) {
    assertThatThrownBy(() -> OrdersConfig.fromEnv(Map.of("INTAKE_QUEUES", given)))
        .isInstanceOf(ConfigRefused.class)
        .hasMessageContaining("INTAKE_QUEUES: ")
        .hasMessageContaining("storefront+orders:price=URL");
  }

  @Test
  void an_empty_variable_counts_as_absent() {
    assertThat(OrdersConfig.fromEnv(Map.of("PORT", "", "PAYMENTS", " ")))
        .isEqualTo(OrdersConfig.fromEnv(Map.of()));
  }

  @ParameterizedTest
  @CsvSource({"500ms, 500", "5s, 5000", "PT5S, 5000", "PT0.5S, 500", "25s, 25000"})
  void durations_are_read_in_short_and_in_iso_form(String text, long millis) {
    assertThat(OrdersConfig.fromEnv(Map.of("TIME_BUDGET", text)).policies().timeBudget())
        .isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @CsvSource({
    "PORT, 65536",
    "PORT, -1",
    "PORT, http",
    "METRICS_PORT, -1",
    "METRICS_PORT, 65536",
    "METRICS_PORT, on",
    "METRICS_NAMESPACE, AWS/Orders",
    "METRICS_NAMESPACE, or ders",
    "DATABASE_POOL_SIZE, 0",
    "DATABASE_POOL_SIZE, 201",
    "MIGRATE_AT_START, never",
    "DEMO_DATA, yes",
    "PAYMENTS, paypal",
    "TIME_BUDGET, 499ms",
    "TIME_BUDGET, 26s",
    "TIME_BUDGET, 5",
    "CONFIRMATION_DEADLINE, 59s",
    "CAPTURE_POLICY, sometimes",
    "ANSWER_RETENTION, 59m",
    "SHUTDOWN_DELAY, 3m",
    "LOG_FORMAT, xml",
    "LOG_LEVEL, loud",
    "KEY_KIND, real"
  })
  void a_value_that_cannot_be_used_is_told_with_its_variable_and_what_is_allowed(
      String variable, String value) {
    assertThat(complaints(Map.of(variable, value)))
        .singleElement()
        .asString()
        .startsWith(variable + ": \"" + value + "\" cannot be used; allowed: ")
        .endsWith(Variable.valueOf(variable).allowed());
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() {
    assertThat(complaints(Map.of("PORT", "x", "PAYMENTS", "y", "LOG_FORMAT", "z"))).hasSize(3);
  }

  @Test
  void metrics_are_never_where_the_api_is() {
    assertThat(complaints(Map.of("METRICS_PORT", "3000")))
        .singleElement()
        .asString()
        .contains("PORT");
    assertThat(complaints(Map.of("PORT", "81", "METRICS_PORT", "81"))).hasSize(1);
    assertThat(OrdersConfig.fromEnv(Map.of("PORT", "0", "METRICS_PORT", "0")).metricsPort())
        .hasValue(0);
  }

  @Test
  void metrics_go_to_prometheus_or_to_cloudwatch_and_not_to_both() {
    assertThat(OrdersConfig.fromEnv(Map.of("METRICS_NAMESPACE", "Orders")).metricsNamespace())
        .hasValue("Orders");
    assertThat(complaints(Map.of("METRICS_NAMESPACE", "Orders", "METRICS_PORT", "9464")))
        .singleElement()
        .asString()
        .startsWith("METRICS_NAMESPACE: ");
  }

  @Test
  void a_secret_that_cannot_be_used_is_told_without_showing_it() {
    String almost = DemoKeys.OPERATOR.substring(0, DemoKeys.OPERATOR.length() - 1) + "z";

    assertThat(
            complaints(
                Map.of(
                    "BOOTSTRAP_OPERATOR_KEY", almost,
                    "CURSOR_SECRET", "too-short-a-secret",
                    "DATABASE_URL", "postgres://me:hunter2@db/orders")))
        .hasSize(3)
        .allSatisfy(
            line ->
                assertThat(line)
                    .doesNotContain("hunter2")
                    .doesNotContain("too-short")
                    .doesNotContain(almost));
  }

  @Test
  void a_user_without_a_database_is_refused() {
    assertThat(complaints(Map.of("DATABASE_USER", "me")))
        .singleElement()
        .asString()
        .startsWith("DATABASE_URL: absent");
  }

  @Test
  void a_configuration_shows_no_secret() {
    Map<String, String> variables =
        Map.of(
            "DATABASE_URL", URL,
            "DATABASE_USER", "me",
            "DATABASE_PASSWORD", "hunter2",
            "BOOTSTRAP_OPERATOR_KEY", DemoKeys.OPERATOR,
            "CURSOR_SECRET", "0123456789012345678901234567890123456789");

    assertThat(OrdersConfig.fromEnv(variables).toString())
        .doesNotContain("hunter2", DemoKeys.OPERATOR, "0123456789");
  }

  @Test
  void the_table_for_the_readme_names_every_variable() {
    assertThat(Variable.table().lines().skip(2))
        .hasSize(Variable.values().length)
        .allMatch(line -> line.split("\\|", -1).length == 6);
    assertThat(Arrays.stream(Variable.values()).map(Variable::allowed)).noneMatch(String::isBlank);
  }

  @Test
  void what_is_refused_is_one_line_for_each_variable() {
    assertThatThrownBy(() -> OrdersConfig.fromEnv(Map.of("PORT", "a\nb")))
        .isInstanceOf(ConfigRefused.class)
        .hasMessageStartingWith("PORT: \"a?b\" cannot be used");
  }

  private static List<String> complaints(Map<String, String> variables) {
    return catchThrowableOfType(ConfigRefused.class, () -> OrdersConfig.fromEnv(variables))
        .getMessage()
        .lines()
        .toList();
  }
}
