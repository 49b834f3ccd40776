package dev.sidecarctl.inject;

import dev.sidecarctl.text.Source;

/** Takes sidecars out of the workloads of a source. */
public final class Ejector {

  private Ejector() {}

  /** Never throws for what a text says: that comes back as diagnostics. */
  public static Injection eject(Source source, EjectionRequest request) {
    throw new IllegalStateException("stub");
  }
}
