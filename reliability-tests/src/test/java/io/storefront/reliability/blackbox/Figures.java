package io.storefront.reliability.blackbox;

import io.storefront.reliability.blackbox.Books.Row;
import io.storefront.reliability.blackbox.Nemesis.Blow;
import io.storefront.reliability.blackbox.Plan.Act;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What a run came to, in lines to be read. */
final class Figures {
  private final Outcome outcome;
  private final Books books;
  private final long[] successes;

  Figures(Outcome outcome, Books books, long[] successes) {
    this.outcome = outcome;
    this.books = books;
    this.successes = successes;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("seed: " + outcome.plan().seed());
    for (Act act : Act.values()) {
      lines.add(
          "%s: %d done, %d orders in the middle".formatted(act, blows(act).size(), orphans(act)));
    }
    lines.add("orders: " + byStatus());
    outcome.answers().forEach((kind, count) -> lines.add("  " + kind + ": " + count));
    lines.add(
        "events: %d, %d of them read along"
            .formatted(outcome.evidence().feed().size(), outcome.evidence().followed().size()));
    lines.add("ms, a kill to the next order taken: " + next(Act.KILL, Blow::at));
    lines.add("ms, a kill to its server listening: " + new Spread(away(Act.KILL)));
    lines.add("ms, a kill to the end of what it left: " + new Spread(ends()));
    lines.add("ms, PostgreSQL away: " + new Spread(away(Act.RESTART)));
    lines.add("ms, PostgreSQL back to the next order taken: " + next(Act.RESTART, Blow::back));
    lines.add("ms, healed to the end of what was pending: " + new Spread(settled()));
    lines.add("ms, healed to quiet: " + outcome.quiet().millis());
    lines.add("deadlocks: " + outcome.deadlocks());
    lines.add("verify: exit code " + outcome.verified() + ", " + outcome.verdict());
    return lines;
  }

  /** What was done of this kind. */
  List<Blow> blows(Act act) {
    return outcome.blows().stream().filter(blow -> blow.act() == act).toList();
  }

  /** How many orders were in the middle when it was done. */
  long orphans(Act act) {
    return blows(act).stream().mapToLong(blow -> blow.orphans().size()).sum();
  }

  private Map<String, Long> byStatus() {
    return books.orders().values().stream()
        .collect(Collectors.groupingBy(Row::status, TreeMap::new, Collectors.counting()));
  }

  private LongStream away(Act act) {
    return blows(act).stream().mapToLong(blow -> blow.back() - blow.at());
  }

  private Spread next(Act act, ToLongFunction<Blow> since) {
    return new Spread(
        blows(act).stream().mapToLong(since).flatMap(from -> after(from).map(it -> it - from)));
  }

  private LongStream after(long from) {
    int found = Arrays.binarySearch(successes, from + 1);
    int index = found < 0 ? -found - 1 : found;
    return index < successes.length ? LongStream.of(successes[index]) : LongStream.empty();
  }

  private LongStream ends() {
    Map<String, Long> changed = changed();
    return blows(Act.KILL).stream()
        .flatMapToLong(
            blow ->
                blow.orphans().stream()
                    .mapToLong(reference -> changed.getOrDefault(reference, 0L) - blow.at()));
  }

  private LongStream settled() {
    Map<String, Long> changed = changed();
    return outcome.quiet().left().stream()
        .mapToLong(reference -> changed.getOrDefault(reference, 0L) - outcome.quiet().healed());
  }

  /** When what is under each reference changed last; rejected ones may share theirs. */
  private Map<String, Long> changed() {
    return books.orders().values().stream()
        .collect(Collectors.toMap(Row::reference, Row::changed, Math::min));
  }
}
