package dev.sidecarctl.yaml;

import dev.sidecarctl.yaml.YamlNode.Entry;
import dev.sidecarctl.yaml.YamlNode.Item;
import dev.sidecarctl.yaml.YamlNode.MappingNode;
import dev.sidecarctl.yaml.YamlNode.SequenceNode;
import org.jspecify.annotations.Nullable;

/**
 * How far from their keys the dashes of new lists stand. The lists at the same place say it first
 * (next to a new list; in the items next to a new item), then those that are nearest, then the
 * document: many people indent the dashes of some lists and not those of others.
 *
 * @param own of a list that is the value of a new key
 * @param inner of the lists in it
 */
record ListOffsets(int own, int inner) {

  /**
   * Those of new values in a collection.
   *
   * @param parent the collection; null at the root
   * @param columns how far its own dashes stand from its key; -1 if nothing tells
   */
  static ListOffsets in(@Nullable YamlNode parent, int columns, EditContext context) {
    int usual = context.layout().dashOffset();
    String text = context.document().source().text();
    LayoutVotes beside = new LayoutVotes(text);
    LayoutVotes items = new LayoutVotes(text);
    LayoutVotes below = new LayoutVotes(text);
    if (parent instanceof SequenceNode sequence) {
      countItems(sequence, items, below);
    } else if (parent instanceof MappingNode mapping) {
      beside.countLists(mapping);
      for (Entry entry : mapping.entries()) {
        countItems(entry.value(), items, below);
      }
    }
    int own = columns >= 0 ? columns : beside.dashOffsetOr(below.dashOffsetOr(usual));
    return new ListOffsets(own, items.dashOffsetOr(below.dashOffsetOr(own)));
  }

  /** Counts the lists that the items of a list hold at once, and all lists at any depth. */
  private static void countItems(YamlNode node, LayoutVotes items, LayoutVotes below) {
    below.count(node, null);
    if (node instanceof SequenceNode sequence) {
      for (Item item : sequence.items()) {
        if (item.value() instanceof MappingNode mapping) {
          items.countLists(mapping);
        }
      }
    }
  }
}
