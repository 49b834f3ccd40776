package dev.sidecarctl.reports;

import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.text.Position;
import dev.sidecarctl.yaml.JsonTree;

/**
 * A place in a file for machines, lines and columns from 1.
 *
 * @param file as it was named
 * @param start its first character
 * @param end the one behind its last
 */
record Region(String file, Position start, Position end) {

  static Region of(Location at) {
    return new Region(
        at.source().name(),
        at.source().position(at.span().start()),
        at.source().position(at.span().end()));
  }

  /** The keys that say where it is, under the names of SARIF. */
  JsonTree addTo(JsonTree tree) {
    return tree.number("startLine", start.line())
        .number("startColumn", start.column())
        .number("endLine", end.line())
        .number("endColumn", end.column());
  }
}
