package common;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.stream.Stream;

/** What is to be undone at the end, the last first; also when the program is interrupted. */
public final class Cleanup {
  private final Deque<AutoCloseable> all = new ArrayDeque<>();
  private boolean isOver;

  /** Does it when the program ends, however it ends. */
  public static Cleanup atTheEnd() {
    Cleanup cleanup = new Cleanup();
    Runtime.getRuntime().addShutdownHook(new Thread(cleanup::run));
    return cleanup;
  }

  /** A folder for temporary files that goes with all that is in it. */
  public Path folder(String name) throws IOException {
    Path folder = Files.createTempDirectory(name);
    add(() -> delete(folder));
    return folder;
  }

  /** Whoever comes after the end is closed at once. */
  public synchronized <T extends AutoCloseable> T add(T each) {
    all.push(each);
    if (isOver) {
      run();
    }
    return each;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }

  private synchronized void run() {
    isOver = true;
    while (!all.isEmpty()) {
      try {
        all.pop().close();
      } catch (Exception e) {
        // An interrupt from the keyboard has ended it already; the others are closed all the same.
      }
    }
  }
}
