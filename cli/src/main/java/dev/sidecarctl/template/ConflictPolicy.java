package dev.sidecarctl.template;

import java.util.List;
import java.util.Optional;

/** What is done where a manifest and a template contradict each other. */
public enum ConflictPolicy {
  /** The run is refused. */
  FAIL("fail"),
  /** What the manifest says stays. */
  KEEP("keep"),
  /** What the template says takes its place; {@code eject} brings the user's text back. */
  REPLACE("replace");

  /** All words, for messages. */
  public static final String WORDS = "fail, keep or replace";

  /** All words. */
  public static final List<String> ALL = List.of("fail", "keep", "replace");

  private final String word;

  ConflictPolicy(String word) {
    this.word = word;
  }

  /** As a configuration writes it. */
  public String word() {
    return word;
  }

  /** The policy of that word; empty if there is none. */
  public static Optional<ConflictPolicy> of(String word) {
    for (ConflictPolicy policy : values()) {
      if (policy.word.equals(word)) {
        return Optional.of(policy);
      }
    }
    return Optional.empty();
  }
}
