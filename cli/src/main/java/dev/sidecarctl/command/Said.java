package dev.sidecarctl.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes what is said. */
final class Said {
  private Said() {}

  /** Writes to stderr; when nobody listens any more, nothing can be done about it. */
  static void write(String text, OutputStream err) {
    try {
      err.write(text.getBytes(StandardCharsets.UTF_8));
      err.flush();
    } catch (IOException e) {
      // There is nobody to tell.
    }
  }
}
