package io.storefront.app.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TimesTest {
  @Test
  void a_time_is_read_in_any_zone() {
    assertThat(Times.parse("2026-11-25T11:15:00.5+01:00"))
        .contains(Instant.parse("2026-11-25T10:15:00.500Z"));
  }

  @Test
  void a_plus_sign_that_was_not_encoded_is_understood() {
    assertThat(Times.of(Query.parse("t=2026-11-25T11:15:00+01:00"), "t"))
        .contains(Instant.parse("2026-11-25T10:15:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-11-25",
        "2026-11-25T10:15:00",
        "2026-11-25T10:15Z",
        "2026-02-30T10:15:00Z",
        "2026-11-25T25:15:00Z",
        "2026-11-25 10:15:00Z",
        "0000-01-01T00:00:00Z",
        "0001-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01",
        "+10000-01-01T00:00:00Z",
        "-2026-01-01T00:00:00Z",
        "1764065700"
      })
  void everything_else_is_no_time(String text) {
    assertThat(Times.parse(text)).isEmpty();
  }
}
