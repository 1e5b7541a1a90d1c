package io.storefront.app.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SealedBodyTest {
  private static final Answer ANSWER =
      new Answer(201, Map.of("ETag", "\"1\""), "the secret".getBytes(UTF_8));

  private final SealedBody seal = new SealedBody(new IdempotencyKey("one"));

  @Test
  void what_is_stored_does_not_show_the_secret_and_the_key_opens_it() {
    Answer sealed = seal.seal(ANSWER, new SecureRandom());
    assertThat(new String(sealed.body(), UTF_8)).doesNotContain("secret");
    assertThat(sealed.headers()).isEqualTo(ANSWER.headers());
    assertThat(seal.open(sealed).body()).isEqualTo(ANSWER.body());
  }

  @Test
  void another_key_does_not_open_it_and_nobody_can_change_it() {
    Answer sealed = seal.seal(ANSWER, new SecureRandom());
    SealedBody other = new SealedBody(new IdempotencyKey("two"));
    assertThatIllegalStateException().isThrownBy(() -> other.open(sealed));
    sealed.body()[20] ^= 1;
    assertThatIllegalStateException().isThrownBy(() -> seal.open(sealed));
  }
}
