package io.storefront.adapters.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.OptionalLong;

/** What a network does to everything that goes through it. */
final class WireWeather {
  private static final int PIECES_A_SECOND = 20;

  private boolean swallows;
  private Duration latency = Duration.ZERO;
  private int bytesPerSecond = Integer.MAX_VALUE;
  private OptionalLong bytesLeft = OptionalLong.empty();

  synchronized void clear() {
    swallows = false;
    latency = Duration.ZERO;
    bytesPerSecond = Integer.MAX_VALUE;
    bytesLeft = OptionalLong.empty();
    notifyAll();
  }

  synchronized void swallow() {
    swallows = true;
  }

  synchronized void delay(Duration each) {
    latency = each;
  }

  synchronized void slow(int newBytesPerSecond) {
    bytesPerSecond = Math.max(newBytesPerSecond, PIECES_A_SECOND);
  }

  synchronized void limit(long bytes) {
    bytesLeft = OptionalLong.of(bytes);
  }

  /**
   * Carries bytes as fast as the weather allows.
   *
   * @return whether all arrived; if not, the connection is to be cut
   */
  boolean carry(byte[] bytes, OutputStream out) throws IOException, InterruptedException {
    Thread.sleep(latency());
    int offset = 0;
    while (offset < bytes.length) {
      int piece = Math.min(bytes.length - offset, takePiece());
      int allowed = allow(piece);
      out.write(bytes, offset, allowed);
      out.flush();
      if (allowed < piece) {
        return false;
      }
      offset += piece;
      pause();
    }
    return true;
  }

  /** Waits until anything goes through at all; whether it ever does. */
  synchronized boolean clears() {
    try {
      awaitPassage();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void awaitPassage() throws InterruptedException {
    while (swallows) {
      wait();
    }
  }

  private synchronized Duration latency() {
    return latency;
  }

  /** Waits while nothing goes through: what is under way then comes late, as it does in TCP. */
  private synchronized int takePiece() throws InterruptedException {
    awaitPassage();
    return bytesPerSecond == Integer.MAX_VALUE
        ? Integer.MAX_VALUE
        : bytesPerSecond / PIECES_A_SECOND;
  }

  private synchronized int allow(int piece) {
    if (bytesLeft.isEmpty()) {
      return piece;
    }
    int allowed = (int) Math.min(piece, bytesLeft.getAsLong());
    bytesLeft = OptionalLong.of(bytesLeft.getAsLong() - allowed);
    return allowed;
  }

  private void pause() throws InterruptedException {
    boolean isSlow;
    synchronized (this) {
      isSlow = bytesPerSecond != Integer.MAX_VALUE;
    }
    if (isSlow) {
      Thread.sleep(Duration.ofSeconds(1).dividedBy(PIECES_A_SECOND));
    }
  }
}
