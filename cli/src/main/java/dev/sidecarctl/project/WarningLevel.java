package dev.sidecarctl.project;

import java.util.Locale;
import java.util.Optional;

/** What becomes of the warnings of a code. */
public enum WarningLevel {
  /** They are not said. */
  OFF,
  /** They are said, and forbid nothing. */
  WARN,
  /** They forbid writing. */
  ERROR;

  /** All words, for messages. */
  static final String WORDS = "off, warn or error";

  /** The level of that word; empty if there is none. */
  static Optional<WarningLevel> of(String word) {
    return switch (word) {
      case "off" -> Optional.of(OFF);
      case "warn" -> Optional.of(WARN);
      case "error" -> Optional.of(ERROR);
      default -> Optional.empty();
    };
  }

  /** As a configuration writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
