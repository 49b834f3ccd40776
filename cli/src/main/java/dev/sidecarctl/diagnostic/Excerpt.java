package dev.sidecarctl.diagnostic;

import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.Span;

/**
 * The one line of a source that a diagnostic shows, and the carets under it. Of a span over several
 * lines the first one is shown.
 *
 * @param line as it can be printed: tabs expanded, without control characters, long ones cut
 * @param indent columns before the first caret
 * @param carets how many; at least one
 */
record Excerpt(String line, int indent, int carets) {
  private static final char BOM = '\uFEFF';
  private static final int TAB = 4;

  /** Lines up to this length are shown whole; of longer ones a window around the span. */
  private static final int LONGEST = 140;

  private static final int BEFORE = 50;
  private static final int AFTER = 80;

  static Excerpt of(Location at) {
    Source source = at.source();
    Span line = source.line(at.span().start());
    int start = Math.min(at.span().start(), line.end());
    int end = Math.max(start, Math.min(at.span().end(), line.end()));
    return window(source.text(), line, new Span(start, end)).cut();
  }

  private static Window window(String text, Span line, Span span) {
    if (line.length() <= LONGEST) {
      return new Window(text, line, line, span);
    }
    int from = Math.max(line.start(), span.start() - BEFORE);
    int to = Math.min(line.end(), span.start() + AFTER);
    if (from > 0 && Character.isLowSurrogate(text.charAt(from))) {
      from--;
    }
    if (to < line.end() && Character.isLowSurrogate(text.charAt(to))) {
      to++;
    }
    return new Window(
        text, line, new Span(from, to), new Span(span.start(), Math.min(span.end(), to)));
  }

  /** The part of a line that is shown, and the part of that to be underlined. */
  private record Window(String text, Span line, Span shown, Span span) {

    Excerpt cut() {
      StringBuilder printed = new StringBuilder(shown.length() + 16);
      int column = shown.start() > line.start() ? append(printed, '…') : 0;
      int indent = column;
      int carets = 0;
      for (int i = shown.start(); i < shown.end(); ) {
        int codePoint = text.codePointAt(i);
        if (i == span.start()) {
          indent = column;
        }
        int width = i == 0 && codePoint == BOM ? 0 : append(printed, codePoint);
        column += width;
        carets += i >= span.start() && i < span.end() ? width : 0;
        i += Character.charCount(codePoint);
      }
      if (span.start() >= shown.end()) {
        indent = column;
      }
      if (shown.end() < line.end()) {
        append(printed, '…');
      }
      return new Excerpt(printed.toString().stripTrailing(), indent, Math.max(1, carets));
    }

    /** Appends a character as it can be shown; the columns that it takes up. */
    private static int append(StringBuilder out, int codePoint) {
      if (codePoint == '\t') {
        out.append(" ".repeat(TAB));
        return TAB;
      }
      int shown = PrintableText.shown(codePoint);
      out.appendCodePoint(shown);
      return DisplayWidth.of(shown);
    }
  }
}
