package dev.sidecarctl.yaml;

import dev.sidecarctl.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the objects of a JSON stream. kubectl accepts them one behind the other with nothing,
 * blanks or {@code ---} between; YAML does not.
 */
final class JsonObjects {
  private final String text;
  private int at;

  private JsonObjects(String text) {
    this.text = text;
  }

  /** The slices of a stream of two or more objects, covering the text; none if it is no such. */
  static List<Span> find(String text) {
    return new JsonObjects(text).slices();
  }

  /** Whether the first character that is no blank is an opening brace. */
  static boolean startsLikeJson(String text) {
    JsonObjects objects = new JsonObjects(text);
    objects.skipBlanks();
    return objects.at < text.length() && text.charAt(objects.at) == '{';
  }

  private List<Span> slices() {
    skipBlanks();
    List<Span> slices = new ArrayList<>();
    int start = 0;
    while (at < text.length() && text.charAt(at) == '{') {
      if (!skipObject()) {
        return List.of();
      }
      int end = at;
      skipBlanks();
      boolean last = at == text.length();
      slices.add(new Span(start, last ? at : lineStartOr(end)));
      start = slices.get(slices.size() - 1).end();
      skipSeparator();
    }
    if (at == text.length() && start < at && !slices.isEmpty()) {
      slices.add(new Span(start, at));
    }
    return at == text.length() && slices.size() > 1 ? slices : List.of();
  }

  /** The start of the line that {@code at} is on, or {@code at} if the object ends on that line. */
  private int lineStartOr(int objectEnd) {
    int start = at;
    while (start > objectEnd && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') {
      start--;
    }
    return start == objectEnd ? at : start;
  }

  private void skipSeparator() {
    boolean lineStart = at > 0 && isBreak(text.charAt(at - 1));
    if (!lineStart || !text.startsWith("---", at)) {
      return;
    }
    int end = at + 3;
    while (end < text.length() && !isBreak(text.charAt(end))) {
      end++;
    }
    if (StreamLine.isBlank(text, at + 3, end)) {
      at = end;
      skipBlanks();
    }
  }

  private void skipBlanks() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  /** Moves behind the object that starts here; false if it is no JSON. */
  private boolean skipObject() {
    int depth = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        if (!skipString()) {
          return false;
        }
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
        if (depth == 0) {
          return true;
        }
      } else if (!isBlank(c) && !isJsonWord(c)) {
        return false;
      }
    }
    return false;
  }

  private boolean skipString() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return true;
      }
      if (c == '\\') {
        at++;
      } else if (isBreak(c)) {
        return false;
      }
    }
    return false;
  }

  private static boolean isJsonWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "E+-.,:".indexOf(c) >= 0;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\uFEFF' || isBreak(c);
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
