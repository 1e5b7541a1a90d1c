package io.storefront.reliability.blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Makes a process stand still, and go on. */
final class Signals {
  private Signals() {}

  /** It does nothing any more until it is thawed. */
  static void freeze(long pid) {
    send("STOP", pid);
  }

  static void thaw(long pid) {
    send("CONT", pid);
  }

  private static void send(String name, long pid) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
