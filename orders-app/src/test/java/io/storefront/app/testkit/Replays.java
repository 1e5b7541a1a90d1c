package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

/** What a stored answer looks like when it is given again. */
final class Replays {
  private Replays() {}

  static void expect(ApiAnswer first, ApiAnswer again) {
    assertThat(again.status()).as("%s", again).isEqualTo(first.status());
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(again.header("Idempotent-Replayed")).as("%s", again).contains("true");
    Conventions.hold(again);
  }
}
