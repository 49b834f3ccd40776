package dev.sidecarctl.output;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Several texts as one stream of manifests: markers between them where they have none, a line
 * ending where one is missing, one byte-order mark at most. A single text comes out as it is.
 */
public final class JoinedStream {
  private static final String BOM = "\uFEFF";
  private static final String ADVICE = "write the files in place with -i, or give them one by one";

  private JoinedStream() {}

  /** What keeps the texts from standing in one stream; empty when nothing does. */
  public static List<Diagnostic> obstacles(List<Source> sources) {
    List<Diagnostic> found = new ArrayList<>();
    if (sources.size() < 2) {
      return found;
    }
    boolean yaml = false;
    for (Source source : sources) {
      yaml |= !isBlank(source.text()) && !isJson(source.text());
    }
    for (Source source : sources) {
      if (yaml && isJson(source.text())) {
        String message = "JSON cannot stand beside YAML in one stream: kubectl would stumble";
        found.add(obstacle(source, firstVisible(source.text()), 1, message));
      }
      int directive = directive(source.text());
      if (directive >= 0) {
        String message = "a % line cannot stand in a joined stream: kubectl would stumble";
        int end = source.line(directive).end();
        found.add(obstacle(source, directive, end - directive, message));
      }
    }
    return found;
  }

  private static Diagnostic obstacle(Source source, int offset, int length, String message) {
    Location at = new Location(source, new Span(offset, offset + length));
    return Diagnostic.error(Code.CANNOT_JOIN, message, at).helping(ADVICE);
  }

  /** The stream; only for texts without {@link #obstacles}. */
  public static String of(List<Source> sources) {
    if (sources.size() == 1) {
      return sources.get(0).text();
    }
    StringBuilder joined = new StringBuilder();
    for (Source source : sources) {
      append(source.text(), joined);
    }
    return joined.toString();
  }

  private static void append(String text, StringBuilder joined) {
    if (joined.length() == 0) {
      joined.append(text);
      return;
    }
    String rest = text.startsWith(BOM) ? text.substring(1) : text;
    if (rest.isEmpty()) {
      return;
    }
    String ending = ending(joined);
    char last = joined.charAt(joined.length() - 1);
    if (last != '\n' && last != '\r' && !BOM.contentEquals(joined)) {
      joined.append(ending);
    }
    if (!isJson(rest) && !startsWithMarker(rest) && !endsWithMarker(joined)) {
      joined.append("---").append(ending);
    }
    joined.append(rest);
  }

  /** What ends the lines of a text. */
  private static String ending(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        return "\n";
      }
      if (c == '\r') {
        return i + 1 < text.length() && text.charAt(i + 1) == '\n' ? "\r\n" : "\r";
      }
    }
    return "\n";
  }

  /** Whether kubectl would take the text for JSON. */
  private static boolean isJson(String text) {
    int first = firstVisible(text);
    return first < text.length() && text.charAt(first) == '{';
  }

  private static boolean isBlank(String text) {
    return firstVisible(text) == text.length();
  }

  private static int firstVisible(String text) {
    int i = text.startsWith(BOM) ? 1 : 0;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** The offset of a {@code %} line where directives may stand; -1 for none. */
  private static int directive(String text) {
    boolean open = true;
    int start = text.startsWith(BOM) ? 1 : 0;
    while (start < text.length()) {
      int end = lineEnd(text, start);
      if (open && text.charAt(start) == '%') {
        return start;
      }
      boolean keeps = open && isCommentOrBlank(text, start, end);
      open = keeps || isMarker(text, start, "...");
      start = nextLine(text, end);
    }
    return -1;
  }

  private static boolean startsWithMarker(String text) {
    int start = 0;
    while (start < text.length()) {
      int end = lineEnd(text, start);
      if (!isCommentOrBlank(text, start, end)) {
        return isMarker(text, start, "---");
      }
      start = nextLine(text, end);
    }
    return false;
  }

  /** Whether nothing but comments follows the last marker. */
  private static boolean endsWithMarker(CharSequence text) {
    int end = text.length();
    while (end > 0) {
      int start = end;
      while (start > 0 && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') {
        start--;
      }
      if (!isCommentOrBlank(text, start, end)) {
        return isMarker(text, start, "---") && isCommentOrBlank(text, start + 3, end);
      }
      end = start - 1;
    }
    return false;
  }

  private static boolean isMarker(CharSequence text, int start, String marker) {
    int end = start + marker.length();
    return end <= text.length()
        && marker.contentEquals(text.subSequence(start, end))
        && (end == text.length() || Character.isWhitespace(text.charAt(end)));
  }

  private static boolean isCommentOrBlank(CharSequence text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c != ' ' && c != '\t') {
        return c == '#';
      }
    }
    return true;
  }

  private static int lineEnd(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private static int nextLine(String text, int end) {
    boolean pair = text.startsWith("\r\n", end);
    return end + (pair ? 2 : 1);
  }
}
