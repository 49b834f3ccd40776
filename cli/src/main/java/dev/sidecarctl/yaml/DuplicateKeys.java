package dev.sidecarctl.yaml;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.Span;
import dev.sidecarctl.yaml.YamlNode.Entry;
import dev.sidecarctl.yaml.YamlNode.Item;
import dev.sidecarctl.yaml.YamlNode.MappingNode;
import dev.sidecarctl.yaml.YamlNode.SequenceNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds keys that kubectl takes for the same one, of which it silently keeps the last. */
final class DuplicateKeys {
  private final Source source;
  private final List<Diagnostic> found = new ArrayList<>();

  private DuplicateKeys(Source source) {
    this.source = source;
  }

  /** The duplicates below a node, in the order of the text. */
  static List<Diagnostic> find(Source source, YamlNode root) {
    DuplicateKeys keys = new DuplicateKeys(source);
    keys.visit(root);
    return List.copyOf(keys.found);
  }

  private void visit(YamlNode node) {
    if (node instanceof SequenceNode sequence) {
      for (Item item : sequence.items()) {
        visit(item.value());
      }
    } else if (node instanceof MappingNode mapping) {
      visit(mapping);
    }
  }

  private void visit(MappingNode mapping) {
    Map<String, YamlNode> first = new HashMap<>();
    for (Entry entry : mapping.entries()) {
      if (!MappingKeys.isMerge(entry.key())) {
        String key = MappingKeys.canonical(entry.key(), source.text());
        YamlNode earlier = first.putIfAbsent(key, entry.key());
        if (earlier != null) {
          found.add(diagnostic(key, earlier, entry.key()));
        }
      }
      visit(entry.key());
      visit(entry.value());
    }
  }

  private Diagnostic diagnostic(String key, YamlNode earlier, YamlNode later) {
    String written = source.text(span(later));
    String sameAs =
        source.text(span(earlier)).equals(written)
            ? ""
            : " (" + source.text(span(earlier)) + " and " + written + " are the same key)";
    return Diagnostic.error(
            Code.DUPLICATE_KEY, "key \"" + key + "\" stands here twice" + sameAs, place(later))
        .noting(place(earlier), "the first one")
        .helping("remove one of them: kubectl silently takes the last");
  }

  private Location place(YamlNode node) {
    return new Location(source, span(node));
  }

  private static Span span(YamlNode node) {
    return new Span(node.extent().body(), node.extent().end());
  }
}
