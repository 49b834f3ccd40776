package dev.sidecarctl.yaml;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.Span;
import java.util.ArrayList;
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
    List<Span> objects = JsonObjects.find(source.text());
    if (!objects.isEmpty()) {
      return new YamlStream(source, documents(source, objects), List.of());
    }
    DocumentSplitter splitter = new DocumentSplitter(source);
    splitter.split();
    return new YamlStream(source, documents(source, splitter.slices()), splitter.warnings());
  }

  private static List<YamlDocument> documents(Source source, List<Span> slices) {
    List<YamlDocument> documents = new ArrayList<>(slices.size());
    for (Span slice : slices) {
      documents.add(new YamlDocument(source, slice));
    }
    return List.copyOf(documents);
  }
}
