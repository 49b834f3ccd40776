package dev.sidecarctl.text;

/**
 * A stretch of the original text and what stands there afterwards.
 *
 * @param span in the original text; empty for an insertion
 * @param replacement the new text; empty for a deletion
 */
public record TextEdit(Span span, String replacement) implements Comparable<TextEdit> {

  /** In the order of the text; what is inserted goes before what is replaced there. */
  @Override
  public int compareTo(TextEdit other) {
    int starts = Integer.compare(span.start(), other.span.start());
    return starts == 0 ? Boolean.compare(span.length() > 0, other.span.length() > 0) : starts;
  }
}
