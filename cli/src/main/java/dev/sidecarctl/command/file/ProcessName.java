package dev.sidecarctl.command.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The name of a process among all that may write to a folder: a mark of the system that it runs on,
 * and its number there.
 *
 * @param system tells one boot, and one container, from another; empty where that cannot be told
 * @param number as the system counts
 */
record ProcessName(String system, long number) {
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
  private static final Path NUMBERING = Path.of("/proc/self/ns/pid");
  private static final Path PROCESSES = Path.of("/proc");

  /** That of this process. */
  static ProcessName ofThis() {
    return new ProcessName(hereAndNow(), ownNumber());
  }

  /** Java's own way sets up a pool of threads first. */
  private static long ownNumber() {
    try {
      return Long.parseLong(PROCESSES.resolve("self").toRealPath().getFileName().toString());
    } catch (IOException | NumberFormatException e) {
      return ProcessHandle.current().pid();
    }
  }

  private static boolean isAlive(long number) {
    return Files.exists(PROCESSES.resolve("self"))
        ? Files.exists(PROCESSES.resolve(Long.toString(number)))
        : ProcessHandle.of(number).isPresent();
  }

  /** A number means another process in another container, or after a restart. */
  private static String hereAndNow() {
    try {
      String here = Files.readString(BOOT) + Files.readSymbolicLink(NUMBERING);
      return Integer.toHexString(here.hashCode());
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }

  /** As it stands in the names of files. */
  String text() {
    return system + "-" + number;
  }

  /** Whether the process of that text ran here, and has come to its end. */
  boolean seesEndOf(String text) {
    String here = system + "-";
    if (!text.startsWith(here)) {
      return false;
    }
    try {
      return !isAlive(Long.parseLong(text.substring(here.length())));
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
