package dev.sidecarctl.project;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;

/** What is said of something that a configuration holds twice. */
final class Repeated {
  private Repeated() {}

  static Diagnostic of(String message, Location second, Location first) {
    return Diagnostic.error(Code.CONFIGURATION_DUPLICATE, message, second)
        .noting(first, "the first one")
        .helping("take one of the two out");
  }
}
