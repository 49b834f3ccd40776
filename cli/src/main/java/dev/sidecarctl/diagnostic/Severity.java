package dev.sidecarctl.diagnostic;

/** How much a diagnostic weighs. */
public enum Severity {
  /** Nothing is written. */
  ERROR("error"),
  /** Said, and the work goes on. */
  WARNING("warning"),
  /** Said when asked for more words ({@code -v}). */
  NOTE("note");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /** The word that a diagnostic begins with. */
  public String word() {
    return word;
  }
}
