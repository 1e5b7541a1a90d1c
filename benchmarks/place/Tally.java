package place;

import java.util.HashMap;
import java.util.Map;

/** How often each of several things was met. */
final class Tally {
  private static final double LEAST_PERCENT = 1;

  private final Map<String, Integer> counts = new HashMap<>();
  private int all;

  void add(String name) {
    counts.merge(name, 1, Integer::sum);
    all++;
  }

  /** A line for each that is one in a hundred or more, the most frequent first. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(", of %d samples%n".formatted(all));
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .filter(each -> 100.0 * each.getValue() / all >= LEAST_PERCENT)
        .forEach(
            each ->
                text.append(
                    "%5.1f %%  %s%n".formatted(100.0 * each.getValue() / all, each.getKey())));
    return text.toString();
  }
}
