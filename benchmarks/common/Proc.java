package common;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What Linux tells of a process; elsewhere, and of a process that has ended, nothing is told. */
public final class Proc {
  private static final long MICROS_OF_A_TICK = 10_000;
  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int ENDED_CHILDREN = 2;

  private Proc() {}

  /** Microseconds of CPU that a process has used. */
  public static long micros(long pid) {
    return ticks(pid, 0) * MICROS_OF_A_TICK;
  }

  /** The same of its children that have ended. */
  public static long microsOfEnded(long pid) {
    return ticks(pid, ENDED_CHILDREN) * MICROS_OF_A_TICK;
  }

  /** The same of a process, its children and those that have ended. */
  public static long microsOfAll(long pid) {
    long children =
        ProcessHandle.of(pid).stream()
            .flatMap(ProcessHandle::children)
            .mapToLong(child -> micros(child.pid()))
            .sum();
    return micros(pid) + microsOfEnded(pid) + children;
  }

  /** Memory that a process has resident, in MiB. */
  public static long mebibytes(long pid) {
    return lines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  private static long ticks(long pid, int further) {
    return lines(Path.of("/proc/" + pid + "/stat")).stream()
        .findFirst()
        .map(line -> line.substring(line.lastIndexOf(')') + 2).split(" "))
        .map(
            words ->
                Long.parseLong(words[USER + further]) + Long.parseLong(words[SYSTEM + further]))
        .orElse(0L);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException none) {
      return List.of();
    }
  }
}
