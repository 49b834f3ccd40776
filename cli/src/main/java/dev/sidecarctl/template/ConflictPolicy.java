package dev.sidecarctl.template;

import java.util.List;
import java.util.Optional;

/** What is done where a manifest and a template contradict each other. */
public enum ConflictPolicy {
  /** The run is refused. */
  FAIL,
  /** What the manifest says stays. */
  KEEP,
  /** What the template says takes its place; {@code eject} brings the user's text back. */
  REPLACE;

  /** All words, for messages. */
  public static final String WORDS = "fail, keep or replace";

  /** All words. */
  public static final List<String> ALL = List.of("fail", "keep", "replace");

  /** The policy of that word; empty if there is none. */
  public static Optional<ConflictPolicy> of(String word) {
    return switch (word) {
      case "fail" -> Optional.of(FAIL);
      case "keep" -> Optional.of(KEEP);
      case "replace" -> Optional.of(REPLACE);
      default -> Optional.empty();
    };
  }
}
