package io.storefront.app.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.storefront.app.problem.ProblemType;
import io.storefront.app.problem.Refused;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IdempotencyKeyTest {
  private static String read(String... values) {
    return IdempotencyKey.of(List.of(values)).value();
  }

  private static ProblemType refused(String... values) {
    return assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> read(values))
        .actual()
        .problem()
        .type();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '`',
      value = {
        "abc abc",
        "\"abc\" abc",
        "! !",
        "a\"b a\"b",
        "a,b a,b",
        "\"a\\\"b\" a\"b",
        "\"a\\\\b\" a\\b"
      })
  void a_key_is_bare_or_in_quotes(String header, String key) {
    assertThat(read(header)).isEqualTo(key);
  }

  @Test
  void a_key_has_1_to_255_characters() {
    String longest = "k".repeat(255);
    assertThat(read(longest)).isEqualTo(longest);
    assertThat(read("\"" + longest + "\"")).isEqualTo(longest);
    assertThat(refused(longest + "k")).isEqualTo(ProblemType.IDEMPOTENCY_KEY_MALFORMED);
    assertThat(refused("\"" + longest + "k\"")).isEqualTo(ProblemType.IDEMPOTENCY_KEY_MALFORMED);
    String farTooLong = "k".repeat(1_000_000);
    assertThat(refused("\"" + farTooLong + "\"")).isEqualTo(ProblemType.IDEMPOTENCY_KEY_MALFORMED);
    assertThat(refused("\"" + farTooLong)).isEqualTo(ProblemType.IDEMPOTENCY_KEY_MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "  ", "\"\"", "\"", "\"abc", "a b", "\"a b\"", "é", "a\tb", "\"a\\\""})
  void everything_else_is_malformed(String header) {
    assertThat(refused(header)).isEqualTo(ProblemType.IDEMPOTENCY_KEY_MALFORMED);
  }

  @Test
  void two_keys_are_malformed_and_none_is_missing() {
    assertThat(refused("a", "b")).isEqualTo(ProblemType.IDEMPOTENCY_KEY_MALFORMED);
    assertThat(refused()).isEqualTo(ProblemType.IDEMPOTENCY_KEY_MISSING);
  }

  @Test
  void a_key_is_not_shown_by_accident() {
    assertThat(new IdempotencyKey("my-secret").toString()).doesNotContain("my-secret");
  }
}
