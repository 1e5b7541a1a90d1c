package io.storefront.reliability.blackbox;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** I8 and I9: the same key hears the same, and hears how it ended. */
final class AnswerChecks {
  private AnswerChecks() {}

  static Stream<Violation> of(Evidence evidence) {
    List<Violation> found = new ArrayList<>();
    for (Talk talk : evidence.talks()) {
      if (talk.said().stream().filter(Said::isFinal).distinct().count() > 1) {
        found.add(new Violation("I8", "one key heard different things: " + talk));
      }
      if (talk.end().isEmpty()) {
        found.add(new Violation("I9", "a key never heard how it ended: " + talk));
      }
      talk.said().stream()
          .filter(said -> !isExpected(talk, said))
          .forEach(said -> found.add(new Violation("I8", "nobody expects this: " + said)));
    }
    evidence
        .adjustments()
        .forEach(
            (adjustment, outcome) -> {
              if (outcome == Adjustment.Outcome.UNKNOWN) {
                found.add(new Violation("I9", "nobody knows what became of " + adjustment));
              }
            });
    return found.stream();
  }

  /** Nobody's order is known before he asks for it, unless he has asked under another key. */
  private static boolean isExpected(Talk talk, Said said) {
    return said.isFinal() || said.isAccepted() || (said.isKnown() && talk.wish().isAgain());
  }
}
