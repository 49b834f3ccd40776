package dev.sidecarctl.diagnostic;

import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.Span;

/**
 * A stretch of a source's text.
 *
 * @param source where the text stands
 * @param span which part of it
 */
public record Location(Source source, Span span) {

  /** {@code NAME:LINE:COLUMN} of the start, lines and columns from 1. */
  public String describe() {
    return source.name() + ":" + source.position(span.start());
  }
}
