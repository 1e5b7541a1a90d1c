package io.storefront.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PostgresSettingsTest {
  private static final String URL = "jdbc:postgresql://db.example:5432/oms";

  @Test
  void neither_the_password_nor_what_is_in_the_url_is_told() {
    PostgresSettings settings = PostgresSettings.of(URL + "?password=hunter2", "oms", "hunter2");
    assertThat(settings.toString()).doesNotContain("hunter2").contains("db.example", "user=oms");
  }

  @Test
  void bad_settings_are_refused() {
    PostgresSettings good = PostgresSettings.of(URL, "oms", "x");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PostgresSettings.of("jdbc:mysql://db", "oms", "x"));
    assertThatIllegalArgumentException().isThrownBy(() -> good.withMaxPoolSize(0));
    assertThatIllegalArgumentException().isThrownBy(() -> good.withMaxPoolSize(1_001));
    assertThatIllegalArgumentException().isThrownBy(() -> good.withAnswerRetention(Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConnectionSettings.of("jdbc:postgresql://db:port/x"));
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db.example/oms, verify-full",
    "jdbc:postgresql://10.0.0.1/oms, verify-full",
    "jdbc:postgresql://localhost.example/oms, verify-full",
    "'jdbc:postgresql://localhost,db.example/oms', verify-full",
    "jdbc:postgresql://localhost/oms,",
    "jdbc:postgresql:oms,",
    "jdbc:postgresql://127.0.0.1:5433/oms,",
    "jdbc:postgresql://[::1]:5433/oms,",
    "jdbc:postgresql://db.example/oms?sslmode=disable,"
  })
  void the_server_proves_who_it_is_unless_it_is_on_loopback_or_the_url_says_otherwise(
      String url, String expected) {
    assertThat(properties(url).getProperty("sslmode")).isEqualTo(expected);
  }

  @Test
  void what_the_url_says_wins() {
    Properties ours = properties(URL);
    assertThat(ours)
        .containsEntry("connectTimeout", "3")
        .containsEntry("loginTimeout", "5")
        .containsEntry("socketTimeout", "10")
        .containsEntry("cancelSignalTimeout", "2")
        .containsEntry("sslResponseTimeout", "2000")
        .containsEntry("tcpKeepAlive", "true")
        .containsEntry("logServerErrorDetail", "false")
        .containsEntry("ApplicationName", "oms");
    assertThat(properties(URL + "?socketTimeout=60&ApplicationName=mine"))
        .doesNotContainKeys("socketTimeout", "ApplicationName")
        .containsKey("connectTimeout");
  }

  @ParameterizedTest
  @CsvSource({
    "?options=-c%20statement_timeout=9s, ''",
    "?options=-c%20statement_timeout=9s&ssl=true, ?ssl=true",
    "?ssl=true&options=-c%20statement_timeout=9s, ?ssl=true&",
    "?reWriteBatchedInserts=true, ?reWriteBatchedInserts=true"
  })
  void options_of_the_url_are_joined_to_ours_and_come_last(String parameters, String left) {
    ConnectionSettings settings = ConnectionSettings.of(URL + parameters);
    assertThat(settings.url()).isIn(URL + left, URL + "?" + left);
    assertThat(settings.properties().getProperty("options"))
        .startsWith("-c statement_timeout=3s")
        .matches(options -> !parameters.contains("9s") || options.endsWith("statement_timeout=9s"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"?options=", "?options=&prepareThreshold=0", "?prepareThreshold=0&options="})
  void empty_options_in_the_url_mean_none_as_rds_proxy_wants(String parameters) {
    ConnectionSettings settings = ConnectionSettings.of(URL + parameters);

    assertThat(settings.properties()).doesNotContainKey("options");
    assertThat(settings.withoutTimeouts()).doesNotContainKey("options");
    assertThat(settings.url()).doesNotContain("options");
  }

  @Test
  void the_url_says_how_statements_are_prepared() {
    assertThat(ConnectionSettings.of(URL + "?prepareThreshold=0").url())
        .endsWith("?prepareThreshold=0");
    assertThat(properties(URL)).doesNotContainKey("prepareThreshold");
  }

  private static Properties properties(String url) {
    return ConnectionSettings.of(url).properties();
  }
}
