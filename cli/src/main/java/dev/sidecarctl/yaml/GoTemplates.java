package dev.sidecarctl.yaml;

import dev.sidecarctl.text.Span;
import dev.sidecarctl.yaml.YamlNode.Entry;
import dev.sidecarctl.yaml.YamlNode.MappingNode;
import dev.sidecarctl.yaml.YamlNode.SequenceNode;
import java.util.Optional;

/** Recognises Go template actions that were not rendered. */
final class GoTemplates {
  private static final String OPEN = "{{";

  private GoTemplates() {}

  /** Whether a slice holds two opening braces anywhere. */
  static boolean isMentioned(String text, Span slice) {
    int found = text.indexOf(OPEN, slice.start());
    return found >= 0 && found < slice.end();
  }

  /** The first action that happens to be YAML too, in a node or below it. */
  static Optional<YamlNode> find(YamlNode node, String text) {
    if (isAction(node, text)) {
      return Optional.of(node);
    }
    Optional<YamlNode> found = Optional.empty();
    if (node instanceof SequenceNode sequence) {
      for (int i = 0; i < sequence.items().size() && found.isEmpty(); i++) {
        found = find(sequence.items().get(i).value(), text);
      }
    } else if (node instanceof MappingNode mapping) {
      for (int i = 0; i < mapping.entries().size() && found.isEmpty(); i++) {
        Entry entry = mapping.entries().get(i);
        found = find(entry.key(), text).or(() -> find(entry.value(), text));
      }
    }
    return found;
  }

  /** An action parses as a flow mapping whose only key is a flow mapping, without a value. */
  static boolean isAction(YamlNode node, String text) {
    if (!(node instanceof MappingNode mapping)
        || !mapping.flow()
        || mapping.entries().size() != 1
        || !text.startsWith(OPEN, mapping.extent().body())) {
      return false;
    }
    Entry only = mapping.entries().get(0);
    return only.key() instanceof MappingNode key
        && key.flow()
        && only.value().extent().body() == only.value().extent().end();
  }
}
