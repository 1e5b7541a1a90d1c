package place;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is to be undone at the end, the last first; also when the program is interrupted. */
final class Cleanup {
  private final Deque<AutoCloseable> all = new ArrayDeque<>();
  private boolean isOver;

  /** Does it when the program ends, however it ends. */
  static Cleanup atTheEnd() {
    Cleanup cleanup = new Cleanup();
    Runtime.getRuntime().addShutdownHook(new Thread(cleanup::run));
    return cleanup;
  }

  /** Whoever comes after the end is closed at once. */
  synchronized <T extends AutoCloseable> T add(T each) {
    all.push(each);
    if (isOver) {
      run();
    }
    return each;
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
