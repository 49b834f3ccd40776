package dev.sidecarctl.yaml;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One document of a stream: its slice of the text, and, once parsed, its data. Parsed when first
 * asked, and only once; for one thread at a time.
 */
public final class YamlDocument {
  private final Source source;
  private final Span slice;
  private final boolean amongObjects;
  private ValueReader values;
  private @Nullable YamlNode root;
  private @Nullable RefusedException refusal;

  /**
   * @param amongObjects whether it is one of several JSON objects that stand one behind the other
   */
  YamlDocument(Source source, Span slice, boolean amongObjects) {
    this.source = source;
    this.slice = slice;
    this.amongObjects = amongObjects;
    this.values = new ValueReader(source);
  }

  /** The source that the document is a slice of. */
  public Source source() {
    return source;
  }

  /** The slice: from the document's first marker, directive or comment to the next document's. */
  public Span slice() {
    return slice;
  }

  /**
   * Whether the document is JSON (a flow mapping or list whose keys are all double-quoted).
   *
   * @throws RefusedException when the text is no YAML
   */
  public boolean isJson() {
    return DocumentStyle.isJson(root());
  }

  /** Whether the slice holds nothing but comments, blanks and markers. Never throws. */
  public boolean isEmpty() {
    return DocumentStyle.isEmpty(source.text(), slice);
  }

  /**
   * The document's data as kubectl reads it, every value with the place it comes from.
   *
   * @throws RefusedException when the text is no YAML, or nests or expands beyond the limits
   */
  public Value value() {
    return valueOf(root());
  }

  /** One diagnostic for each duplicate key, at the second place, the first as a note: errors. */
  public List<Diagnostic> duplicateKeys() {
    return DuplicateKeys.find(source, root());
  }

  /**
   * What an alias means: the data of the last anchor of a name.
   *
   * @throws RefusedException when the text is no YAML
   */
  public Optional<Value> anchored(String name) {
    YamlNode found = null;
    Deque<YamlNode> open = new ArrayDeque<>(List.of(root()));
    while (!open.isEmpty()) {
      YamlNode node = open.pop();
      boolean later = found == null || node.extent().start() > found.extent().start();
      if (name.equals(node.extent().anchor()) && later) {
        found = node;
      }
      for (Element element : Element.of(node)) {
        open.push(element.value());
      }
    }
    return found == null ? Optional.empty() : Optional.of(valueOf(found));
  }

  /**
   * What kubectl refuses to read although it is YAML (a null key, {@code .inf}, a tag that the text
   * does not fit, a {@code <<} without a mapping), and what it reads otherwise (U+2028 for the end
   * of a line): errors. {@link #value()} reads it leniently.
   */
  public List<Diagnostic> unreadable() {
    List<Diagnostic> found = new ArrayList<>(UnreadableParts.find(source, root()));
    if (!isJson()) {
      found.addAll(ForeignBreaks.find(source, slice));
      if (amongObjects) {
        found.add(noObject());
      }
    }
    return found;
  }

  private Diagnostic noObject() {
    int start = root().extent().body();
    return Diagnostic.error(
            Code.UNREADABLE_VALUE,
            "kubectl cannot read this: it is no JSON, like the object beside it",
            new Location(source, new Span(start, start + 1)))
        .helping("make it JSON, or put a line --- between the two, and one at the very start");
  }

  /**
   * The first action of a Go template ({@code {{ .Values.x }}}) that stands where a value is due
   * and happens to be YAML too.
   *
   * @throws RefusedException when the text is no YAML or nests too deeply
   */
  public Optional<Location> goTemplateAction() {
    if (!GoTemplates.isMentioned(source.text(), slice)) {
      return Optional.empty();
    }
    return GoTemplates.find(root(), source.text())
        .map(node -> new Location(source, new Span(node.extent().start(), node.extent().end())));
  }

  /** Whether the text looks like a Go template rather than YAML. Never throws. */
  public boolean looksLikeGoTemplate() {
    if (!GoTemplates.isMentioned(source.text(), slice)) {
      return false;
    }
    try {
      return goTemplateAction().isPresent();
    } catch (RefusedException e) {
      return true;
    }
  }

  /**
   * The root of the text's nodes; an empty scalar where the slice holds no content.
   *
   * @throws RefusedException when the text is no YAML or nests too deeply
   */
  YamlNode root() {
    if (refusal != null) {
      throw refusal;
    }
    YamlNode known = root;
    if (known == null) {
      known = parse();
      root = known;
    }
    return known;
  }

  /** Gives back the memory of what it was parsed to; it is parsed again when asked. */
  public void forget() {
    root = null;
    values = new ValueReader(source);
  }

  /** The data of one of the document's nodes; the same object each time, aliases followed. */
  Value valueOf(YamlNode node) {
    return values.value(node);
  }

  /** The string that an entry's key is in the data. */
  String keyOf(YamlNode.Entry entry) {
    return MappingKeys.canonical(entry.key(), source.text());
  }

  private YamlNode parse() {
    try {
      return NodeReader.read(source, slice);
    } catch (RefusedException e) {
      refusal = e;
      throw e;
    }
  }
}
