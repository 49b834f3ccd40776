package dev.sidecarctl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The process: standard streams in, exit code out. Nothing else in the program ends it. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws IOException {
    System.out.println("sidecarctl " + version());
    System.out.flush();
    System.err.flush();
    // halt instead of exit: nothing waits for a shutdown hook, and exit costs milliseconds.
    Runtime.getRuntime().halt(0);
  }

  private static String version() throws IOException {
    try (InputStream in = Main.class.getResourceAsStream("version.txt")) {
      return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).trim();
    }
  }
}
