package dev.sidecarctl.text;

import java.util.Arrays;

/**
 * A named text: a manifest, a template, or a value given on the command line. Immutable.
 *
 * <p>Lines end with LF, CRLF or a lone CR. A leading byte-order mark is part of the text but takes
 * up no column.
 */
public final class Source {
  private static final char BOM = '\uFEFF';

  private final String name;
  private final String text;

  /** Found when first asked for, by whichever thread. */
  private volatile int[] lineStarts = {};

  /**
   * @param name what diagnostics print before the line: a path as given, {@code <stdin>}, {@code
   *     catalogue:NAME}, or {@code --set NAME}
   * @param text the decoded text, byte-order mark and line endings untouched
   */
  public Source(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /** The name as diagnostics print it. */
  public String name() {
    return name;
  }

  /** The whole text. */
  public String text() {
    return text;
  }

  /** A source of the same name with another text. */
  public Source withText(String newText) {
    return new Source(name, newText);
  }

  /** The line and column of a UTF-16 offset in {@code 0..text().length()}. */
  public Position position(int offset) {
    int line = lineAt(offset);
    int start = lineStarts()[line];
    if (start == 0 && !text.isEmpty() && text.charAt(0) == BOM && offset > 0) {
      start = 1;
    }
    return new Position(line + 1, text.codePointCount(start, Math.max(start, offset)) + 1);
  }

  /** The span of the line that holds {@code offset}, without its line ending. */
  public Span line(int offset) {
    int line = lineAt(offset);
    int start = lineStarts()[line];
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return new Span(start, end);
  }

  /** The text that a span covers. */
  public String text(Span span) {
    return text.substring(span.start(), span.end());
  }

  /**
   * Looks for a character in a part of the text alone, so that a stream of many documents is not
   * searched to its end for each of them.
   *
   * @return its first offset from {@code from} on, below {@code end}; -1 for none
   */
  public int find(char sign, int from, int end) {
    for (int i = from; i < end; i++) {
      if (text.charAt(i) == sign) {
        return i;
      }
    }
    return -1;
  }

  private int lineAt(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found : -found - 2;
  }

  private int[] lineStarts() {
    if (lineStarts.length == 0) {
      lineStarts = findLineStarts(text);
    }
    return lineStarts;
  }

  private static int[] findLineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean breaks =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (breaks) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  @Override
  public String toString() {
    return name;
  }
}
