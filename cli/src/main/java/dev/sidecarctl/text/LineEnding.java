package dev.sidecarctl.text;

/** What ends a line of a source. */
public enum LineEnding {
  LF("\n"),
  CRLF("\r\n"),
  CR("\r");

  private final String text;

  LineEnding(String text) {
    this.text = text;
  }

  /** The characters themselves. */
  public String text() {
    return text;
  }
}
