package dev.sidecarctl.yaml;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.text.Source;
import java.util.List;

/**
 * A source split into documents.
 *
 * @param source the whole text
 * @param documents in order; together their slices cover the text
 * @param warnings what kubectl would read otherwise than YAML says (separators, directives)
 */
public record YamlStream(Source source, List<YamlDocument> documents, List<Diagnostic> warnings) {

  /** Splits a text at its document boundaries; documents are parsed one by one, when asked. */
  public static YamlStream of(Source source) {
    throw new IllegalStateException("stub");
  }
}
