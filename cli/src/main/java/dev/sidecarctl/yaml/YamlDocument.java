package dev.sidecarctl.yaml;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.Span;
import java.util.List;

/** One document of a stream: its slice of the text, and, once parsed, its data. */
public final class YamlDocument {

  /** The source that the document is a slice of. */
  public Source source() {
    throw new IllegalStateException("stub");
  }

  /** The slice: from the document's first marker, directive or comment to the next document's. */
  public Span slice() {
    throw new IllegalStateException("stub");
  }

  /** Whether the document is JSON (a flow mapping or list whose keys are all double-quoted). */
  public boolean isJson() {
    throw new IllegalStateException("stub");
  }

  /** Whether the slice holds nothing but comments, blanks and markers. Never throws. */
  public boolean isEmpty() {
    throw new IllegalStateException("stub");
  }

  /**
   * The document's data as kubectl reads it, every value with the place it comes from.
   *
   * @throws dev.sidecarctl.diagnostic.RefusedException when the text is no YAML, or nests or expands
   *     beyond the limits
   */
  public Value value() {
    throw new IllegalStateException("stub");
  }

  /** One diagnostic for each duplicate key, at the second place, the first as a note: errors. */
  public List<Diagnostic> duplicateKeys() {
    throw new IllegalStateException("stub");
  }

  /** Whether the text looks like a Go template rather than YAML (section 3.10 of the notes). */
  public boolean looksLikeGoTemplate() {
    throw new IllegalStateException("stub");
  }
}
