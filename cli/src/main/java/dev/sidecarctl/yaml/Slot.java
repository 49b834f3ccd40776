package dev.sidecarctl.yaml;

import dev.sidecarctl.yaml.YamlNode.Extent;
import dev.sidecarctl.yaml.YamlNode.MappingNode;
import dev.sidecarctl.yaml.YamlNode.SequenceNode;
import org.jspecify.annotations.Nullable;

/**
 * The place of a value in the text.
 *
 * @param node what stands there now
 * @param after end of the colon or dash before it; -1 in a flow list and at the root
 * @param parent the list or mapping that it belongs to; null at the root
 * @param kind what it stands in
 */
record Slot(YamlNode node, int after, @Nullable YamlNode parent, Kind kind) {

  /** What a value can stand in. */
  enum Kind {
    ROOT,
    BLOCK_KEY,
    EXPLICIT_KEY,
    BLOCK_ITEM,
    FLOW,
    /** An entry of a flow mapping without a colon or braces, or a key of a block without colon. */
    CLOSED
  }

  /** The column of the key or dash before it; -1 at the root. */
  int parentColumn() {
    if (parent instanceof MappingNode mapping) {
      return mapping.column();
    }
    return parent instanceof SequenceNode sequence ? sequence.column() : -1;
  }

  /** Where the value begins behind its anchor and tag, leading blanks included. */
  int start() {
    Extent extent = node.extent();
    if (hasProperties() || after < 0) {
      return hasProperties() ? extent.propsEnd() : extent.body();
    }
    return after;
  }

  /** Where the value ends. */
  int end() {
    return Math.max(start(), node.extent().end());
  }

  boolean hasProperties() {
    return node.extent().propsEnd() > node.extent().start();
  }

  /** Whether nothing is written here, anchor and tag aside. */
  boolean isBare() {
    return node.extent().end() <= node.extent().body();
  }

  boolean isFlow() {
    return kind == Kind.FLOW;
  }

  /** Whether a block list or block mapping stands here. */
  boolean holdsBlock() {
    return (node instanceof SequenceNode sequence && !sequence.flow())
        || (node instanceof MappingNode mapping && !mapping.flow() && !mapping.braceless());
  }
}
