package dev.sidecarctl.yaml;

/** What a line of a stream means for the split into documents. */
enum StreamLine {
  /** {@code ---} with blanks or the line's end behind it: a document starts. */
  START,
  /** {@code ...}: the document ends. */
  END,
  /** A percent sign; a directive if no document is open. */
  DIRECTIVE,
  /** Nothing, or a comment. */
  BLANK,
  CONTENT;

  private static final int MARKER = 3;

  /**
   * The kind of the line that begins at an offset (behind a byte-order mark) and ends at another.
   */
  static StreamLine of(String text, int start, int end) {
    if (isMarker(text, start, end, '-')) {
      return START;
    }
    if (isMarker(text, start, end, '.')) {
      return END;
    }
    if (start < end && text.charAt(start) == '%') {
      return DIRECTIVE;
    }
    return isBlank(text, start, end) ? BLANK : CONTENT;
  }

  /** Whether only blanks, and possibly a comment, stand between two offsets of a line. */
  static boolean isBlank(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '#') {
        return true;
      }
      if (c != ' ' && c != '\t') {
        return false;
      }
    }
    return true;
  }

  private static boolean isMarker(String text, int start, int end, char letter) {
    if (end - start < MARKER
        || text.charAt(start) != letter
        || text.charAt(start + 1) != letter
        || text.charAt(start + 2) != letter) {
      return false;
    }
    return end == start + MARKER
        || text.charAt(start + MARKER) == ' '
        || text.charAt(start + MARKER) == '\t';
  }
}
