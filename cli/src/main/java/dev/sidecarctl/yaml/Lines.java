package dev.sidecarctl.yaml;

import dev.sidecarctl.text.Span;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a document's slice. Offsets are UTF-16 indices into the whole source. */
final class Lines {
  private static final char BOM = '\uFEFF';

  private final String text;
  private final int from;
  private final int to;
  private final String usual;
  private int @Nullable [] starts;

  Lines(String text, Span slice) {
    this.text = text;
    this.from = slice.start();
    this.to = slice.end();
    this.usual = usualEnding(text);
  }

  /** The first line's; the rest of a long stream is not looked through for each document. */
  private static String usualEnding(String text) {
    int first = text.indexOf('\n');
    return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
  }

  /** What ends the lines of the text. */
  String usualEnding() {
    return usual;
  }

  /** Where the document ends. */
  int end() {
    return to;
  }

  /** The start of the line that holds an offset. */
  int start(int offset) {
    int[] known = lineStarts();
    int found = Arrays.binarySearch(known, offset);
    int at = known[found >= 0 ? found : Math.max(0, -found - 2)];
    return at == 0 && to > 0 && text.charAt(0) == BOM ? Math.min(1, offset) : at;
  }

  /** The end of the line that holds an offset, before its line ending. */
  int contentEnd(int offset) {
    int[] known = lineStarts();
    int found = Arrays.binarySearch(known, offset);
    int after = found >= 0 ? found + 1 : -found - 1;
    int end = after < known.length ? beforeBreak(known[after]) : to;
    return Math.max(offset, end);
  }

  /** A line may be as long as the document: nothing here is to run along it. */
  private int[] lineStarts() {
    int[] known = starts;
    if (known == null) {
      known = findLineStarts();
      starts = known;
    }
    return known;
  }

  private int[] findLineStarts() {
    int[] found = new int[16];
    int count = 1;
    found[0] = from;
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      if ((c == '\n' || c == '\r') && isBreak(at)) {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = at + 1;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** The start of the line after the one that holds an offset; the document's end if none. */
  int next(int offset) {
    int at = contentEnd(offset);
    if (at < to && text.charAt(at) == '\r' && at + 1 < to && text.charAt(at + 1) == '\n') {
      return at + 2;
    }
    return Math.min(to, at + 1);
  }

  /** Whether an offset is the end of a document that lacks its last line ending. */
  boolean isOpenEnd(int offset) {
    return offset == to && to > from && !isBreak(to - 1);
  }

  /** The start of the line ending before a line's start; the line's start if there is none. */
  int beforeBreak(int lineStart) {
    if (lineStart == from || !isBreak(lineStart - 1)) {
      return lineStart;
    }
    boolean pair =
        text.charAt(lineStart - 1) == '\n'
            && lineStart - 1 > from
            && text.charAt(lineStart - 2) == '\r';
    return lineStart - (pair ? 2 : 1);
  }

  /** What ends the line before an offset; what ends most lines if there is none. */
  String ending(int offset) {
    int start = start(offset);
    int before = beforeBreak(start);
    if (before == start) {
      int end = contentEnd(offset);
      return end < to ? known(text.substring(end, next(offset))) : usual;
    }
    return known(text.substring(before, start));
  }

  /** A lone carriage return among other line endings is part of a mangled one. */
  private String known(String ending) {
    return ending.equals("\r") && text.indexOf('\n') >= 0 ? "\r\n" : ending;
  }

  /** Whether nothing but blanks stands before an offset on its line. */
  boolean startsLine(int offset) {
    return isBlank(start(offset), offset);
  }

  /** The white space that a line begins with. */
  String indent(int offset) {
    int start = start(offset);
    return text.substring(start, Math.min(firstContent(start), Math.max(offset, start)));
  }

  /** Whether there are only spaces and tabs between two offsets. */
  boolean isBlank(int start, int end) {
    for (int at = start; at < end; at++) {
      if (text.charAt(at) != ' ' && text.charAt(at) != '\t') {
        return false;
      }
    }
    return true;
  }

  /** Whether there is only white space, line endings included, between two offsets. */
  boolean isSpace(int start, int end) {
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
        return false;
      }
    }
    return true;
  }

  /** The first character of a line that is no blank; the line's end if there is none. */
  int firstContent(int lineStart) {
    int at = lineStart;
    while (at < to && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  /** Whether a line, given its start, holds nothing but a comment. */
  boolean isComment(int lineStart) {
    int at = firstContent(lineStart);
    return at < to && text.charAt(at) == '#';
  }

  /** Whether a line, given its start, holds more than blanks and a comment. */
  boolean hasContent(int lineStart) {
    int at = firstContent(lineStart);
    return at < contentEnd(lineStart) && text.charAt(at) != '#';
  }

  /** Whether what follows on an offset's line is a comment. */
  boolean isCommentNext(int offset) {
    int at = firstContent(offset);
    return at < to && at > offset && text.charAt(at) == '#';
  }

  /** The characters from one offset to another. */
  String text(int start, int end) {
    return text.substring(start, end);
  }

  /** The column of an offset, from 0 in code points. */
  int column(int offset) {
    int start = start(offset);
    return text.codePointCount(start, Math.max(start, offset));
  }

  private boolean isBreak(int at) {
    char c = text.charAt(at);
    return c == '\n' || (c == '\r' && (at + 1 >= text.length() || text.charAt(at + 1) != '\n'));
  }
}
