package io.storefront.reliability.blackbox;

import io.storefront.reliability.blackbox.Books.Row;
import io.storefront.reliability.blackbox.Evidence.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** I10: the feed tells everything once, in order, and never anything else than before. */
final class FeedChecks {
  private FeedChecks() {}

  static Stream<Violation> of(Evidence evidence, Books books) {
    List<Violation> found = new ArrayList<>();
    Map<String, Event> last = new HashMap<>();
    long position = 0;
    for (Event event : evidence.feed()) {
      if (event.position() <= position) {
        found.add(violated("positions do not rise at " + event.text()));
      }
      position = event.position();
      Event before = last.put(event.order(), event);
      if (event.sequence() != (before == null ? 1 : before.sequence() + 1)) {
        found.add(violated("out of sequence: " + event.text()));
      }
      if (!books.orders().containsKey(event.order())) {
        found.add(violated("of no order: " + event.text()));
      }
    }
    for (Row order : books.orders().values()) {
      Event event = last.get(order.id());
      if (event == null
          || event.sequence() != order.lastEvent()
          || !event.type().equals(type(order))) {
        found.add(violated("not told to its end: %s, last %s".formatted(order, event)));
      }
    }
    compare(evidence.followed(), evidence.feed()).ifPresent(found::add);
    return found.stream();
  }

  private static String type(Row order) {
    return "order." + order.status().toLowerCase(Locale.ROOT) + ".v1";
  }

  /** Whoever has read along has read the same, with nothing skipped. */
  private static Optional<Violation> compare(List<Event> followed, List<Event> feed) {
    for (int i = 0; i < followed.size(); i++) {
      if (i >= feed.size() || !followed.get(i).equals(feed.get(i))) {
        return Optional.of(violated("read along, and not found again: " + followed.get(i).text()));
      }
    }
    return Optional.empty();
  }

  private static Violation violated(String what) {
    return new Violation("I10", what);
  }
}
