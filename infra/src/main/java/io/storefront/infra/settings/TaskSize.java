package io.storefront.infra.settings;

/**
 * Processor and memory of a task, which Fargate has in certain pairs only.
 *
 * @param cpu units of 1/1024 processor
 * @param memory MiB
 */
public record TaskSize(int cpu, int memory) {
  private static final int STEP = 1024;
  private static final int MOST = 30_720;

  /** What the flags ask for. */
  public static TaskSize of(Settings settings) {
    return new TaskSize(settings.number(Flag.TASK_CPU), settings.number(Flag.TASK_MEMORY));
  }

  /**
   * Does nothing when Fargate has it.
   *
   * @throws IllegalArgumentException with the pairs that there are when it has not
   */
  public void check() {
    if (!isOffered()) {
      throw new IllegalArgumentException(
          "Fargate has no task of taskCpu %d with taskMemory %d: ".formatted(cpu, memory)
              + "256 goes with 512, 1024 or 2048;"
              + " 512, 1024, 2048 and 4096 with 2 to 8 times as many MiB, in steps of 1024,"
              + " 30720 at most");
    }
  }

  private boolean isOffered() {
    return switch (cpu) {
      case 256 -> memory == 512 || memory == 1024 || memory == 2048;
      case 512, 1024, 2048, 4096 ->
          memory % STEP == 0 && memory >= 2 * cpu && memory <= Math.min(8 * cpu, MOST);
      default -> false;
    };
  }
}
