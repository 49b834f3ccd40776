package dev.sidecarctl.diagnostic;

import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.Span;
import org.jspecify.annotations.Nullable;

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

  // By hand: a record's own needs method handles, which cost a cold start 20 ms.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Location place && source == place.source && span.equals(place.span);
  }

  @Override
  public int hashCode() {
    return 31 * source.hashCode() + span.hashCode();
  }
}
