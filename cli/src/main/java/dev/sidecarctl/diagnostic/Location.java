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

  /**
   * {@code NAME:LINE:COLUMN} of the start, lines and columns from 1; {@code --set NAME} alone for
   * an argument of the command line.
   */
  public String describe() {
    boolean argument = source.name().startsWith("--set ");
    return argument ? source.name() : source.name() + ":" + source.position(span.start());
  }
}
