package start;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a program has when it starts.
 *
 * @param cpus as many are seen, and where there is taskset not more are used
 * @param isCached whether the JVM finds its classes in an AOT cache of a run before
 */
record Setup(int cpus, boolean isCached) {
  /** One and two CPUs, without a cache and with one. */
  static final List<Setup> ALL =
      Stream.of(1, 2)
          .flatMap(cpus -> Stream.of(new Setup(cpus, false), new Setup(cpus, true)))
          .toList();

  private static final boolean CAN_PIN = canPin();

  /** What stands before the command. */
  List<String> before() {
    return CAN_PIN ? List.of("taskset", "-c", cpus == 1 ? "0" : "0-" + (cpus - 1)) : List.of();
  }

  /** What is said to the JVM. */
  List<String> flags(Path cache) {
    List<String> flags = new ArrayList<>(List.of("-XX:ActiveProcessorCount=" + cpus));
    if (isCached) {
      flags.add("-XX:AOTCache=" + cache);
    }
    return flags;
  }

  /** What is said to it when the cache is made; that happens while it ends. */
  List<String> training(Path cache) {
    return List.of("-XX:ActiveProcessorCount=" + cpus, "-XX:AOTCacheOutput=" + cache);
  }

  private static boolean canPin() {
    try {
      return new ProcessBuilder("taskset", "-c", "0", "true").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public String toString() {
    return "%d CPU%s, %s"
        .formatted(cpus, cpus == 1 ? " " : "s", isCached ? "AOT cache" : "no cache ");
  }
}
