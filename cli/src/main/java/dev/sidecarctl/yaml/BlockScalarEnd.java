package dev.sidecarctl.yaml;

/**
 * Finds where the content of a literal or folded scalar ends. The engine's mark lies behind all
 * blank lines that follow, also those that are no content.
 */
final class BlockScalarEnd {
  private final String text;
  private final int header;
  private final int headerEnd;
  private boolean keep;
  private int indicator;

  private BlockScalarEnd(String text, int header, int limit) {
    this.text = text;
    this.header = header;
    this.headerEnd = lineEnd(header, limit);
  }

  /**
   * The end of the content, without the line ending of its last line.
   *
   * @param header offset of the {@code |} or {@code >}
   * @param end where the engine says that the scalar ends
   * @param parentColumn column of the block collection around it; below 0 for none
   */
  static int find(String text, int header, int end, int parentColumn) {
    BlockScalarEnd scalar = new BlockScalarEnd(text, header, end);
    scalar.readHeader();
    int last = scalar.keep ? end : scalar.skipBlankLinesBack(end, parentColumn);
    return Math.max(scalar.beforeLineEnding(last), scalar.headerEnd);
  }

  private void readHeader() {
    for (int i = header + 1; i < headerEnd; i++) {
      char c = text.charAt(i);
      if (c == '+') {
        keep = true;
      } else if (c >= '1' && c <= '9') {
        indicator = c - '0';
      } else if (c != '-') {
        return;
      }
    }
  }

  private int skipBlankLinesBack(int end, int parentColumn) {
    int indent = indicator > 0 ? Math.max(parentColumn, 0) + indicator : firstContentIndent(end);
    int last = end;
    while (last > headerEnd) {
      int lineEnd = beforeLineEnding(last);
      int start = lineEnd;
      while (start > headerEnd && text.charAt(start - 1) == ' ') {
        start--;
      }
      boolean atLineStart = start > headerEnd && isBreak(text.charAt(start - 1));
      if (!atLineStart || lineEnd - start > indent) {
        return last;
      }
      last = start;
    }
    return last;
  }

  /** The indentation that the first line with content sets; no line counts as blank beyond it. */
  private int firstContentIndent(int end) {
    int column = 0;
    for (int i = headerEnd; i < end; i++) {
      char c = text.charAt(i);
      if (isBreak(c)) {
        column = 0;
      } else if (c == ' ') {
        column++;
      } else {
        return column;
      }
    }
    return Integer.MAX_VALUE;
  }

  private int beforeLineEnding(int end) {
    if (end <= headerEnd || !isBreak(text.charAt(end - 1))) {
      return end;
    }
    boolean pair = text.charAt(end - 1) == '\n' && text.charAt(end - 2) == '\r';
    return pair ? end - 2 : end - 1;
  }

  private int lineEnd(int from, int limit) {
    int i = from;
    while (i < limit && !isBreak(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
