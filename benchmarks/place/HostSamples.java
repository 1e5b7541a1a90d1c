package place;

import common.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** What the threads of the host spend CPU for, by the JVM's own samples of CPU time (JEP 509). */
final class HostSamples {
  private static final String SAMPLE = "jdk.CPUTimeSample";
  private static final String OURS = "io.storefront.";
  private static final int PARTS_OF_A_LIBRARY = 3;

  private final Tally libraries = new Tally();
  private final Tally ours = new Tally();

  private HostSamples() {}

  /** What a JVM is started with whose stacks are to be told whole. */
  static String flag() {
    return "-XX:FlightRecorderOptions=stackdepth=256";
  }

  static void begin(Service service) throws Exception {
    service.command(
        "JFR.start",
        "name=samples",
        "settings=default",
        SAMPLE + "#enabled=true",
        SAMPLE + "#throttle=5ms");
  }

  /** Ends; the file need not be there. */
  static HostSamples end(Service service, Path recording) throws Exception {
    service.command("JFR.stop", "name=samples", "filename=" + recording);
    HostSamples samples = new HostSamples();
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        RecordedEvent event = file.readEvent();
        if (event.getEventType().getName().equals(SAMPLE)) {
          samples.add(event);
        }
      }
    }
    return samples;
  }

  private void add(RecordedEvent sample) {
    if (sample.getStackTrace() == null) {
      return;
    }
    List<String> frames =
        sample.getStackTrace().getFrames().stream().map(HostSamples::name).toList();
    libraries.add(library(first(frames, name -> !isJdk(name))));
    ours.add(first(frames, name -> name.startsWith(OURS)));
  }

  private static String first(List<String> frames, Predicate<String> wanted) {
    return frames.stream().filter(wanted).findFirst().orElse(frames.get(0));
  }

  private static String name(RecordedFrame frame) {
    return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
  }

  private static boolean isJdk(String name) {
    return name.startsWith("java.") || name.startsWith("jdk.") || name.startsWith("sun.");
  }

  private static String library(String frame) {
    String[] parts = frame.split("\\.");
    return String.join(
        ".", List.of(parts).subList(0, Math.min(PARTS_OF_A_LIBRARY, parts.length - 2)));
  }

  @Override
  public String toString() {
    return "host by the innermost library" + libraries + "\nhost by our innermost method" + ours;
  }
}
