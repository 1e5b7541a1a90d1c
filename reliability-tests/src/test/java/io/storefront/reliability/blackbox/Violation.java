package io.storefront.reliability.blackbox;

import java.util.List;
import java.util.stream.Stream;

/**
 * A promise that was broken.
 *
 * @param invariant for example {@code I3}
 */
record Violation(String invariant, String what) {

  /** Everything that does not hold of what was seen and what is stored. */
  static List<Violation> in(Evidence evidence, Books books) {
    return Stream.of(
            OrderChecks.of(evidence, books),
            AnswerChecks.of(evidence),
            MoneyChecks.of(books),
            StockChecks.of(evidence, books),
            FeedChecks.of(evidence, books),
            books.leftOver().entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .map(each -> new Violation("I9", each.getKey() + ": " + each.getValue())))
        .flatMap(each -> each)
        .toList();
  }
}
