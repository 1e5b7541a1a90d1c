package io.storefront.reliability.blackbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that was said about one wish, under one key.
 *
 * @param said each answer, in order; what says nothing about the order is not among them
 */
record Talk(Wish wish, List<Said> said) {
  Talk {
    said = List.copyOf(said);
  }

  Talk and(Said more) {
    List<Said> all = new ArrayList<>(said);
    // Thousands of replays share their text.
    all.add(said.stream().filter(more::equals).findFirst().orElse(more));
    return new Talk(wish, all);
  }

  Stream<String> orders() {
    return said.stream().flatMap(each -> each.order().stream()).distinct();
  }

  /** What it came to. */
  Optional<Said> end() {
    return said.stream().filter(each -> each.isFinal() || each.isKnown()).findFirst();
  }
}
