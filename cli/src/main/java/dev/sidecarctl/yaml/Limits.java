package dev.sidecarctl.yaml;

/** How much a text may ask for; far above any manifest, far below what a machine cannot bear. */
final class Limits {
  /** Bytes of one source. */
  static final int SOURCE_BYTES = 64 * 1024 * 1024;

  /** Lists and mappings within each other, aliases expanded. */
  static final int DEPTH = 500;

  /** Values of one document, aliases expanded. */
  static final long EXPANDED_VALUES = 5_000_000;

  private Limits() {}
}
