package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every answer, whatever it says. */
final class Conventions {
  private Conventions() {}

  static void hold(ApiAnswer answer) {
    assertThat(answer.header("X-Content-Type-Options")).as("%s", answer).contains("nosniff");
    assertThat(answer.requiredHeader("X-Request-Id")).as("%s", answer).isNotBlank();
    assertThat(answer.header("Server")).as("%s", answer).isEmpty();
  }

  /** What holds besides where data of a customer stands in the answer. */
  static void holdForPersonalData(ApiAnswer answer) {
    hold(answer);
    assertThat(answer.requiredHeader("Cache-Control")).as("%s", answer).contains("no-store");
    assertThat(answer.requiredHeader("Content-Type"))
        .as("%s", answer)
        .startsWith("application/json");
  }
}
