package dev.sidecarctl.yaml;

import dev.sidecarctl.yaml.YamlNode.AliasNode;
import dev.sidecarctl.yaml.YamlNode.Item;
import dev.sidecarctl.yaml.YamlNode.MappingNode;
import dev.sidecarctl.yaml.YamlNode.SequenceNode;
import java.util.ArrayList;
import java.util.List;

/** The value of a {@code <<} key: a mapping, an alias of one, or a list of these. */
final class MergeKey {
  private MergeKey() {}

  /** Whether kubectl can merge a value. */
  static boolean isMergeable(YamlNode value) {
    if (!(value instanceof SequenceNode sequence)) {
      return isMapping(value);
    }
    for (Item item : sequence.items()) {
      if (!isMapping(item.value())) {
        return false;
      }
    }
    return true;
  }

  /** The mappings to merge, in the order in which a later one overwrites an earlier one. */
  static List<YamlNode> inOrder(YamlNode mergeable) {
    List<YamlNode> parts = new ArrayList<>();
    if (mergeable instanceof SequenceNode sequence) {
      for (int i = sequence.items().size() - 1; i >= 0; i--) {
        parts.add(sequence.items().get(i).value());
      }
    } else {
      parts.add(mergeable);
    }
    return parts;
  }

  private static boolean isMapping(YamlNode node) {
    return node instanceof MappingNode
        || (node instanceof AliasNode alias && alias.target() instanceof MappingNode);
  }
}
