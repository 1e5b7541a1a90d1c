package io.storefront.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ApiKeyTextTest {
  private static final ApiKeyText KEY =
      new ApiKeyText("test", "0123456789", "abcdefghijklmnopqrstuvwxyzABCDEF");

  @Test
  void a_key_is_read_as_it_was_written() {
    assertThat(ApiKeyText.parse(KEY.text())).contains(KEY);
    assertThat(KEY.text())
        .startsWith("oms_test_0123456789_abcdefghijklmnopqrstuvwxyzABCDEF")
        .hasSize(58);
  }

  @Test
  void a_new_key_can_be_read_and_is_another_each_time() {
    SecureRandom random = new SecureRandom();
    ApiKeyText one = ApiKeyText.create("live", random);
    assertThat(ApiKeyText.parse(one.text())).contains(one);
    assertThat(one.text()).startsWith("oms_live_");
    assertThat(ApiKeyText.create("live", random)).isNotEqualTo(one);
  }

  @Test
  void every_single_wrong_letter_is_noticed() {
    String text = KEY.text();
    for (int i = 0; i < text.length(); i++) {
      char other = text.charAt(i) == 'x' ? 'y' : 'x';
      String wrong = text.substring(0, i) + other + text.substring(i + 1);
      assertThat(ApiKeyText.parse(wrong)).as(wrong).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "oms_test_", "oms_prod_0123456789_x", "Bearer", "oms_test_0123456789"})
  void junk_is_no_key(String text) {
    assertThat(ApiKeyText.parse(text)).isEmpty();
    assertThat(ApiKeyText.parse(KEY.text() + "0")).isEmpty();
    assertThat(ApiKeyText.parse(" " + KEY.text())).isEmpty();
  }

  @Test
  void the_secret_is_not_shown_by_accident() {
    assertThat(KEY.toString()).doesNotContain(KEY.secret());
    assertThat(KEY.secretHash()).hasSize(64).doesNotContain(KEY.secret());
  }

  @Test
  void a_part_of_another_form_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ApiKeyText("test", "short", "x"));
  }
}
