package io.storefront.app.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JsonWriterTest {
  record Sample(
      String zebra, Optional<String> none, Optional<Integer> some, Instant at, List<String> list) {}

  @Test
  void fields_stand_in_the_order_of_the_components_and_what_is_absent_is_left_out() {
    Sample sample =
        new Sample(
            "é",
            Optional.empty(),
            Optional.of(7),
            Instant.parse("2026-11-25T10:15:00.120Z"),
            List.of());
    assertThat(new String(JsonWriter.write(sample), UTF_8))
        .isEqualTo("{\"zebra\":\"é\",\"some\":7,\"at\":\"2026-11-25T10:15:00.120Z\",\"list\":[]}");
  }
}
