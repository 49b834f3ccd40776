package dev.sidecarctl.yaml;

import dev.sidecarctl.text.Span;
import dev.sidecarctl.yaml.YamlNode.Entry;
import dev.sidecarctl.yaml.YamlNode.Item;
import dev.sidecarctl.yaml.YamlNode.MappingNode;
import dev.sidecarctl.yaml.YamlNode.SequenceNode;

/** Recognises Go template actions that were not rendered. */
final class GoTemplates {
  private static final String OPEN = "{{";

  private GoTemplates() {}

  /** Whether a slice holds two opening braces anywhere. */
  static boolean isMentioned(String text, Span slice) {
    int found = text.indexOf(OPEN, slice.start());
    return found >= 0 && found < slice.end();
  }

  /** Whether a node, or one below it, is an action that happens to be YAML too. */
  static boolean isAmong(YamlNode node, String text) {
    if (isAction(node, text)) {
      return true;
    }
    if (node instanceof SequenceNode sequence) {
      for (Item item : sequence.items()) {
        if (isAmong(item.value(), text)) {
          return true;
        }
      }
    } else if (node instanceof MappingNode mapping) {
      for (Entry entry : mapping.entries()) {
        if (isAmong(entry.key(), text) || isAmong(entry.value(), text)) {
          return true;
        }
      }
    }
    return false;
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
