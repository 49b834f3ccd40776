package dev.sidecarctl.yaml;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
      return of(source, objects, true, List.of());
    }
    DocumentSplitter splitter = new DocumentSplitter(source);
    splitter.split();
    return of(source, splitter.slices(), false, splitter.warnings());
  }

  private static YamlStream of(
      Source source, List<Span> slices, boolean objects, List<Diagnostic> warnings) {
    List<YamlDocument> documents = new ArrayList<>(slices.size());
    for (Span slice : slices) {
      documents.add(new YamlDocument(source, slice, objects));
    }
    List<Diagnostic> all = new ArrayList<>(warnings);
    Optional<Diagnostic> marker = markerAfterJson(source, slices);
    if (marker.isPresent()) {
      all.add(marker.get());
    }
    return new YamlStream(source, List.copyOf(documents), List.copyOf(all));
  }

  /** kubectl decides by the first character that a stream is JSON, and then stops at a marker. */
  private static Optional<Diagnostic> markerAfterJson(Source source, List<Span> slices) {
    String text = source.text();
    if (!JsonObjects.startsLikeJson(text)) {
      return Optional.empty();
    }
    for (Span slice : slices.subList(1, slices.size())) {
      if (text.startsWith("---", slice.start())) {
        Location at = new Location(source, new Span(slice.start(), slice.start() + 3));
        return Optional.of(
            Diagnostic.warning(
                    Code.DOCUMENT_SEPARATOR, "kubectl refuses --- in a text that starts with {", at)
                .helping("start the text with a line ---"));
      }
    }
    return Optional.empty();
  }
}
