package dev.sidecarctl.yaml;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.Span;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Says in plain words, and at the right place of the file, why a document is no YAML. */
final class SyntaxProblem {
  private final Source source;
  private final Span slice;

  SyntaxProblem(Source source, Span slice) {
    this.source = source;
    this.slice = slice;
  }

  Diagnostic describe(YamlEngineException problem) {
    if (problem instanceof MarkedYamlEngineException marked) {
      int at = new SliceOffsets(source.text(), slice).of(marked.getProblemMark());
      return Diagnostic.error(
          Code.YAML_SYNTAX, marked.getProblem(), new Location(source, Span.at(at)));
    }
    return Diagnostic.error(
        Code.YAML_SYNTAX,
        String.valueOf(problem.getMessage()),
        new Location(source, Span.at(slice.start())));
  }
}
