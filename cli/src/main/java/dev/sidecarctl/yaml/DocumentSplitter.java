package dev.sidecarctl.yaml;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a YAML stream line by line. A line that starts with {@code ---} always starts a document:
 * YAML forbids it inside every scalar.
 */
final class DocumentSplitter {
  private static final int MARKER = 3;

  private final Source source;
  private final String text;
  private final List<Span> slices = new ArrayList<>();
  private final List<Diagnostic> warnings = new ArrayList<>();
  private int sliceStart;

  /** Whether a document has begun, by its marker or its content, and is not yet ended. */
  private boolean open;

  /** Whether the document before was ended by {@code ...}, with nothing of the next one seen. */
  private boolean ended;

  DocumentSplitter(Source source) {
    this.source = source;
    this.text = source.text();
  }

  /** The documents' slices, in order; they cover the text. */
  List<Span> slices() {
    return slices;
  }

  /** What kubectl reads otherwise. */
  List<Diagnostic> warnings() {
    return List.copyOf(warnings);
  }

  void split() {
    int lineStart = !text.isEmpty() && text.charAt(0) == '\uFEFF' ? 1 : 0;
    while (lineStart < text.length()) {
      int end = lineEnd(lineStart);
      line(lineStart, end);
      lineStart = afterBreak(end);
    }
    finish();
  }

  private void line(int start, int end) {
    switch (StreamLine.of(text, start, end)) {
      case START -> {
        if (open) {
          cut(start);
        }
        open = true;
        ended = false;
        checkSeparator(start, end);
      }
      case END -> {
        open = false;
        ended = true;
        cut(afterBreak(end));
      }
      case DIRECTIVE -> directive(start, end);
      case CONTENT -> content(start, end);
      default -> {}
    }
  }

  private void directive(int start, int end) {
    if (open) {
      return;
    }
    warnings.add(
        Diagnostic.warning(Code.YAML_DIRECTIVE, "kubectl refuses directives", at(start, end))
            .helping("remove the line: it changes nothing in a manifest"));
  }

  private void content(int start, int end) {
    if (!open && ended) {
      warnings.add(
          Diagnostic.warning(
                  Code.LOST_DOCUMENT,
                  "kubectl silently skips a document that follows ... without ---",
                  at(start, end))
              .helping("put a line --- before it"));
    }
    if (text.startsWith("---", start)) {
      warnings.add(separatorWarning(start, end));
    }
    open = true;
    ended = false;
  }

  private void checkSeparator(int start, int end) {
    if (!StreamLine.isBlank(text, start + MARKER, end)) {
      warnings.add(separatorWarning(start, end));
    }
  }

  private Diagnostic separatorWarning(int start, int end) {
    return Diagnostic.warning(
            Code.DOCUMENT_SEPARATOR,
            "kubectl refuses a line that starts with --- and goes on",
            at(start, end))
        .helping("put what follows --- on a line of its own");
  }

  /** Ends a slice; what holds no document is left to the next one. */
  private void cut(int at) {
    if (at > sliceStart) {
      slices.add(new Span(sliceStart, at));
      sliceStart = at;
    }
  }

  /** The rest of the text: a document, or comments that belong to the last one. */
  private void finish() {
    int end = text.length();
    if (open || slices.isEmpty()) {
      slices.add(new Span(sliceStart, end));
    } else if (sliceStart < end) {
      Span last = slices.remove(slices.size() - 1);
      slices.add(new Span(last.start(), end));
    }
  }

  private Location at(int start, int end) {
    return new Location(source, new Span(start, end));
  }

  private int lineEnd(int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i++;
    }
    return i;
  }

  private int afterBreak(int end) {
    if (text.startsWith("\r\n", end)) {
      return end + 2;
    }
    return Math.min(end + 1, text.length());
  }
}
