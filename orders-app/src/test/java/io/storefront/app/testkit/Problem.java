package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A problem answer that has been checked for everything that each of them must have. */
record Problem(ApiAnswer answer, JsonNode json) {

  /** Checks that the answer is this problem, in the form of RFC 9457 and of the contract. */
  static Problem of(ApiAnswer answer, int status, String typeEnding) {
    assertThat(answer.status()).as("status of %s", answer).isEqualTo(status);
    Problem problem = of(answer);
    assertThat(problem.json().path("type").asString())
        .as("type in %s", answer)
        .matches("(.*[/:#])?" + Pattern.quote(typeEnding));
    return problem;
  }

  /** Checks that the answer is a problem of the caller's making, whichever it is. */
  static Problem of(ApiAnswer answer) {
    assertThat(answer.status()).as("status of %s", answer).isBetween(400, 503).isNotEqualTo(500);
    assertThat(answer.requiredHeader("Content-Type")).startsWith("application/problem+json");
    JsonNode json = answer.json();
    for (String member : new String[] {"type", "title", "detail", "traceId"}) {
      assertThat(json.path(member).isString()).as("%s in %s", member, answer).isTrue();
      assertThat(json.path(member).asString()).as("%s in %s", member, answer).isNotBlank();
    }
    assertThat(json.path("status").isInt()).as("status is a number in %s", answer).isTrue();
    assertThat(json.path("status").asInt()).as("status in %s", answer).isEqualTo(answer.status());
    assertThat(json.path("retryable").isBoolean()).as("retryable in %s", answer).isTrue();
    assertThat(answer.text()).doesNotContain("Exception", "io.storefront.", "org.postgresql");
    Conventions.hold(answer);
    return new Problem(answer, json);
  }

  /** Checks that a reader is told of it: in the detail, or where the errors are listed. */
  Problem naming(String what) {
    String told = json.path("detail").asString() + " " + json.path("errors");
    assertThat(told).as("what is told in %s", answer).contains(what);
    return this;
  }

  /** Checks that one of the errors points at this place of the body. */
  Problem pointingAt(String pointer) {
    assertThat(Json.strings(json.path("errors"), "pointer"))
        .as("pointers in %s", answer)
        .contains(pointer);
    return this;
  }

  Problem retryable(boolean expected) {
    assertThat(json.path("retryable").asBoolean())
        .as("retryable in %s", answer)
        .isEqualTo(expected);
    return this;
  }

  String string(String member) {
    return answer.string(member);
  }

  /** The body without what differs from one request to the next. */
  String lasting(String... ownWords) {
    String text = ((ObjectNode) json.deepCopy()).without(List.of("traceId", "instance")).toString();
    for (String own : ownWords) {
      text = text.replace(own, "…");
    }
    return text;
  }
}
