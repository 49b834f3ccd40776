package dev.sidecarctl.yaml;

import dev.sidecarctl.yaml.YamlNode.Entry;
import dev.sidecarctl.yaml.YamlNode.MappingNode;
import dev.sidecarctl.yaml.YamlNode.SequenceNode;
import org.jspecify.annotations.Nullable;

/**
 * How far from their keys the dashes of new lists stand. The lists next to a new one say it first,
 * then those that are nearest, then the document: many people indent the dashes of some lists and
 * not those of others.
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
    LayoutVotes inner = new LayoutVotes(context.document().source().text());
    if (parent instanceof SequenceNode sequence) {
      inner.count(sequence);
      int own = columns >= 0 ? columns : usual;
      return new ListOffsets(own, inner.dashOffsetOr(own));
    }
    if (!(parent instanceof MappingNode mapping)) {
      return new ListOffsets(usual, usual);
    }
    LayoutVotes beside = new LayoutVotes(context.document().source().text());
    beside.countLists(mapping);
    for (Entry entry : mapping.entries()) {
      inner.count(entry.value());
    }
    int own = beside.dashOffsetOr(inner.dashOffsetOr(usual));
    return new ListOffsets(own, inner.dashOffsetOr(own));
  }
}
