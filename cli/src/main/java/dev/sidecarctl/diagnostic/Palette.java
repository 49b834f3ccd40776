package dev.sidecarctl.diagnostic;

/** The colours of what goes to a terminal; {@link #PLAIN} for everything else. */
public enum Palette {
  PLAIN("", "", "", "", "", "", "", ""),
  COLOURED(
      "\u001b[0m",
      "\u001b[1m",
      "\u001b[1;31m",
      "\u001b[1;33m",
      "\u001b[1;36m",
      "\u001b[1;34m",
      "\u001b[32m",
      "\u001b[31m");

  private final String reset;
  private final String bold;
  private final String error;
  private final String warning;
  private final String note;
  private final String frame;
  private final String good;
  private final String gone;

  Palette(
      String reset,
      String bold,
      String error,
      String warning,
      String note,
      String frame,
      String good,
      String gone) {
    this.reset = reset;
    this.bold = bold;
    this.error = error;
    this.warning = warning;
    this.note = note;
    this.frame = frame;
    this.good = good;
    this.gone = gone;
  }

  /** For the sentence that says what is wrong. */
  public String bold(String text) {
    return paint(bold, text);
  }

  /** For the word {@code error} and the carets of one, and so for the other severities. */
  public String severity(Severity severity, String text) {
    if (severity == Severity.ERROR) {
      return paint(error, text);
    }
    return paint(severity == Severity.WARNING ? warning : note, text);
  }

  /** For line numbers, bars and arrows. */
  public String frame(String text) {
    return paint(frame, text);
  }

  /** For what was done. */
  public String good(String text) {
    return paint(good, text);
  }

  /** For a line of a diff that begins with {@code +}, {@code -} or a blank. */
  public String change(char sign, String line) {
    return switch (sign) {
      case '+' -> paint(good, line);
      case '-' -> paint(gone, line);
      default -> line;
    };
  }

  private String paint(String colour, String text) {
    return colour.isEmpty() || text.isEmpty() ? text : colour + text + reset;
  }
}
