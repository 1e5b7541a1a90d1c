package load;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What was answered, and how long each answer that is a placed order took. Of one thread. */
public final class Answers {
  private static final int PLACED = 201;

  private long[] micros = new long[1024];
  private int placed;
  private int others;
  private int lastOther;
  private Duration length = Duration.ZERO;

  void add(int status, long nanos) {
    if (status != PLACED) {
      others++;
      lastOther = status;
      return;
    }
    if (placed == micros.length) {
      micros = Arrays.copyOf(micros, 2 * placed);
    }
    micros[placed++] = nanos / 1_000;
  }

  static Answers together(List<Answers> parts, Duration length) {
    Answers all = new Answers();
    all.micros = new long[parts.stream().mapToInt(Answers::placed).sum()];
    for (Answers part : parts) {
      System.arraycopy(part.micros, 0, all.micros, all.placed, part.placed);
      all.placed += part.placed;
      all.others += part.others;
      all.lastOther = Math.max(all.lastOther, part.lastOther);
    }
    Arrays.sort(all.micros);
    all.length = length;
    return all;
  }

  /** Answers 201. */
  public int placed() {
    return placed;
  }

  /** Answers of another kind. */
  public int others() {
    return others;
  }

  /** Placed orders a second. */
  public double perSecond() {
    return placed / (length.toNanos() / 1e9);
  }

  /** Within how many milliseconds this part of the orders was answered, for example 0.99. */
  public double millis(double part) {
    return placed == 0
        ? Double.NaN
        : micros[(int) Math.min(placed - 1L, (long) (placed * part))] / 1e3;
  }

  @Override
  public String toString() {
    return "%.0f orders/s, median %.2f ms, p99 %.2f ms, %d other answers%s"
        .formatted(
            perSecond(),
            millis(0.5),
            millis(0.99),
            others,
            others == 0 ? "" : ", such as " + lastOther);
  }
}
