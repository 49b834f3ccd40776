package dev.sidecarctl.text;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of a source's text.
 *
 * @param start UTF-16 offset of the first character, from 0
 * @param end UTF-16 offset after the last character; equal to {@code start} when the span is empty
 */
public record Span(int start, int end) implements Comparable<Span> {

  /** Checks that the span is not reversed. */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("span " + start + ".." + end);
    }
  }

  /** The empty span before the character at {@code offset}. */
  public static Span at(int offset) {
    return new Span(offset, offset);
  }

  /** In the order of the text; of two that begin together the shorter one is first. */
  @Override
  public int compareTo(Span other) {
    int starts = Integer.compare(start, other.start);
    return starts == 0 ? Integer.compare(end, other.end) : starts;
  }

  /** Number of UTF-16 units covered. */
  public int length() {
    return end - start;
  }

  // By hand: a record's own needs method handles, which cost a cold start 20 ms.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Span span && start == span.start && end == span.end;
  }

  @Override
  public int hashCode() {
    return 31 * start + end;
  }
}
