package dev.sidecarctl.check;

import java.util.List;
import java.util.Optional;

/** What comes of what a check finds ({@code --validate}, in kubectl's words). */
public enum CheckLevel {
  /** What an API server would refuse is refused. */
  STRICT("strict"),
  /** It is said, and written all the same. */
  WARN("warn"),
  /** Nothing is checked. */
  IGNORE("ignore");

  /** All words, for advice on slips. */
  public static final List<String> WORDS = List.of("strict", "warn", "ignore");

  private final String word;

  CheckLevel(String word) {
    this.word = word;
  }

  /** The level of that name; empty if there is none. */
  public static Optional<CheckLevel> of(String word) {
    for (CheckLevel level : values()) {
      if (level.word.equals(word)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  /** Its name. */
  public String word() {
    return word;
  }
}
