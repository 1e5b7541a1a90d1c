package io.storefront.adapters.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of a server at work, as the base of a replica. */
final class BaseCopy {
  /** What the manual says to leave out: it is the running server's own. */
  private static final Set<String> LEFT_OUT =
      Set.of("postmaster.pid", "postmaster.opts", "standby.signal", "backup_label");

  /** Of these the copy has the directory only; the log comes through replication. */
  private static final List<String> LEFT_EMPTY =
      List.of("pg_wal", "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial", "pg_snapshots");

  private BaseCopy() {}

  /** Replaces what is in the copy, which stays the same directory. */
  static void make(Path original, Path copy) throws IOException {
    Files.createDirectories(copy);
    empty(copy);
    try (Stream<Path> all = Files.walk(original)) {
      for (Path each : all.skip(1).toList()) {
        Path name = original.relativize(each);
        if (!LEFT_OUT.contains(name.toString()) && !isLeftEmpty(name)) {
          copy(each, copy.resolve(name));
        }
      }
    }
    Files.createDirectories(copy.resolve("pg_wal/archive_status"));
    Files.createDirectories(copy.resolve("pg_wal/summaries"));
    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwx------"));
  }

  static void empty(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        if (!each.equals(directory)) {
          Files.deleteIfExists(each);
        }
      }
    }
  }

  private static boolean isLeftEmpty(Path name) {
    return name.getNameCount() > 1 && LEFT_EMPTY.contains(name.getName(0).toString());
  }

  private static void copy(Path from, Path to) throws IOException {
    try {
      if (Files.isDirectory(from)) {
        Files.createDirectories(to);
      } else {
        Files.copy(from, to);
      }
    } catch (NoSuchFileException vanished) {
      // Replication brings what the server did meanwhile.
    }
  }
}
