package place;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import load.Answers;

/** One of several services that are compared, with what was measured of it. */
final class Side {
  final String name;
  final List<String> command;
  final List<String> cached;
  final Path cache;
  final List<Long> starts = new ArrayList<>();
  final List<Long> cachedStarts = new ArrayList<>();
  final List<Answers> rounds = new ArrayList<>();
  final List<Measured.Cost> costs = new ArrayList<>();
  long placed;
  long atRest;
  long afterLoad;

  /**
   * The name is its database's too.
   *
   * @param cache where its AOT cache is
   */
  Side(String name, List<String> command, Path cache) {
    this.name = name;
    this.command = command;
    this.cache = cache;
    this.cached = with("-XX:AOTCache=" + cache);
  }

  /** The same with one more flag of the JVM. */
  List<String> with(String flag) {
    List<String> more = new ArrayList<>(command);
    more.add(more.indexOf("-jar"), flag);
    return more;
  }

  /** Milliseconds to the first 200, in the middle. */
  static long middle(List<Long> starts) {
    return starts.stream().sorted().toList().get(starts.size() / 2);
  }

  /** Orders a second, of all rounds. */
  double perSecond() {
    return rounds.stream().mapToDouble(Answers::perSecond).average().orElse(0);
  }

  /** Within how many milliseconds this part was answered, the mean of all rounds. */
  double millis(double part) {
    return rounds.stream().mapToDouble(round -> round.millis(part)).average().orElse(0);
  }

  int others() {
    return rounds.stream().mapToInt(Answers::others).sum();
  }

  /** Microseconds of CPU for an order, the mean of all rounds. */
  double service() {
    return costs.stream().mapToDouble(Measured.Cost::service).average().orElse(0);
  }

  double postgres() {
    return costs.stream().mapToDouble(Measured.Cost::postgres).average().orElse(0);
  }
}
