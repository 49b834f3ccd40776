package dev.sidecarctl.check.pod;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;

/** Paths of files below a volume. */
final class Paths {
  private Paths() {}

  /** Relative, and never upwards ({@code validateLocalDescendingPath}). */
  static void localDescending(Field path, Findings findings) {
    localDescending(path, path, findings);
  }

  /**
   * The same, reported at another field.
   *
   * @param shown holds the text
   */
  static void localDescending(Field shown, Field at, Findings findings) {
    String text = shown.text();
    if (text.startsWith("/")) {
      findings.invalid(at, Findings.quoted(text), "must be a relative path");
    }
    noBacksteps(shown, at, findings);
  }

  /** Never upwards ({@code validatePathNoBacksteps}). */
  static void noBacksteps(Field shown, Field at, Findings findings) {
    if (hasBackstep(shown.text())) {
      findings.invalid(at, Findings.quoted(shown.text()), "must not contain '..'");
    }
  }

  static boolean hasBackstep(String text) {
    return ("/" + text + "/").contains("/../");
  }

  /** Besides, nothing that begins with {@code ..} ({@code validateLocalNonReservedPath}). */
  static void localNonReserved(Field shown, Field at, Findings findings) {
    String text = shown.text();
    localDescending(shown, at, findings);
    if (text.startsWith("..") && !text.startsWith("../")) {
      findings.invalid(at, Findings.quoted(text), "must not start with '..'");
    }
  }
}
