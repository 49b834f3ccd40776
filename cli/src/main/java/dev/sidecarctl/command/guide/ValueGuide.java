package dev.sidecarctl.command.guide;

import java.util.List;

/**
 * What a value may be, for those who complete it.
 *
 * @param kind what it is
 * @param words the words that it may be; for {@link Kind#PAIRS}, those behind the sign of equality
 * @param keys for {@link Kind#PAIRS}, what may stand before it
 */
public record ValueGuide(Kind kind, List<String> words, List<String> keys) {

  /** What a value is. */
  public enum Kind {
    /** There is none. */
    NONE,
    /** A text that nobody can foretell. */
    FREE,
    /** One of some words. */
    WORDS,
    /** Some of some words, with commas between. */
    LIST,
    /** One of some words, or {@code KEY=WORD}. */
    PAIRS,
    /** One of some words, or {@code WORD=FILE}. */
    REPORT,
    /** A file or folder. */
    FILES,
    /** A folder. */
    FOLDERS,
    /** The name of a template, or the file of one. */
    TEMPLATES,
    /** {@code PARAMETER=VALUE}. */
    PARAMETERS
  }

  /** A value of a kind that has no words. */
  public static ValueGuide of(Kind kind) {
    return new ValueGuide(kind, List.of(), List.of());
  }

  /** A value that is made of words. */
  public static ValueGuide of(Kind kind, List<String> words) {
    return new ValueGuide(kind, words, List.of());
  }
}
