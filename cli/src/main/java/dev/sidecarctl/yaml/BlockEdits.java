package dev.sidecarctl.yaml;

import dev.sidecarctl.yaml.Change.Addition;
import dev.sidecarctl.yaml.YamlNode.MappingNode;
import dev.sidecarctl.yaml.YamlNode.SequenceNode;
import java.util.ArrayList;
import java.util.List;

/** Changes to the elements of a block list or block mapping. */
final class BlockEdits {
  private final EditContext context;
  private final Lines lines;
  private final Slot slot;
  private final int column;
  private final int depth;

  BlockEdits(EditContext context, Slot slot, int depth) {
    this.context = context;
    this.lines = context.lines();
    this.slot = slot;
    this.depth = depth;
    this.column =
        slot.node() instanceof SequenceNode sequence
            ? sequence.column()
            : ((MappingNode) slot.node()).column();
  }

  void apply(Change change) {
    if (change.isNothing()) {
      return;
    }
    if (change.added().isEmpty()) {
      remove(change);
    } else if (change.removed().isEmpty()) {
      insert(change);
    } else {
      replace(change);
    }
  }

  /** Takes out the lines of elements; head comments and what follows stay. */
  void removeLines(List<Element> elements) {
    for (Element element : elements) {
      context.sheet().deleteLines(lines.start(element.start()), lines.next(element.end()));
    }
  }

  private void remove(Change change) {
    Element first = change.removed().get(0);
    Element next = change.next();
    if (lines.startsLine(first.start()) || next == null) {
      removeLines(change.removed());
      return;
    }
    int lastEnd = change.removed().get(change.removed().size() - 1).end();
    int lineEnd = lines.contentEnd(lastEnd);
    int following = next.start();
    boolean commented = !lines.isSpace(lineEnd, following);
    if (commented) {
      int start = first.start();
      while (lines.isBlank(start - 1, start)) {
        start--;
      }
      context.sheet().replace(start, lineEnd, "");
    } else {
      context.sheet().replace(first.start(), next.start(), "");
    }
  }

  private void insert(Change change) {
    Element next = change.next();
    if (next == null) {
      boolean owns = !(slot.node() instanceof SequenceNode) || column > slot.parentColumn();
      int point = InsertionPoint.append(lines, slot.node().extent().end(), column, owns);
      context.sheet().insertLines(point, fragment(change.added(), point), depth);
    } else if (lines.startsLine(next.start())) {
      int point =
          change.ours()
              ? lines.start(next.start())
              : InsertionPoint.before(lines, next.start(), bound(next));
      context.sheet().insertLines(point, fragment(change.added(), point), depth);
    } else {
      String text = inline(change.added(), next.start());
      String gap = lines.ending(next.start()) + " ".repeat(column);
      context.sheet().insert(next.start(), text + gap, depth);
    }
  }

  /** The end of what stands before an element: the element before, or the collection's key. */
  private int bound(Element next) {
    int bound = Math.max(0, slot.start());
    for (Element element : Element.of(slot.node())) {
      if (element.start() >= next.start()) {
        break;
      }
      bound = element.end();
    }
    return bound;
  }

  private void replace(Change change) {
    Element first = change.removed().get(0);
    if (lines.startsLine(first.start())) {
      int point = lines.start(first.start());
      context.sheet().insertLines(point, fragment(change.added(), point), depth);
      removeLines(change.removed());
      return;
    }
    String text = inline(change.added(), first.start());
    context.sheet().replace(first.start(), first.end(), text);
    removeLines(change.removed().subList(1, change.removed().size()));
  }

  private String inline(List<Addition> added, int at) {
    String ending = lines.ending(at);
    return String.join(ending, fragment(added, at)).substring(column);
  }

  private List<String> fragment(List<Addition> added, int at) {
    List<String> text = new ArrayList<>();
    ListOffsets offsets = ListOffsets.in(slot.node(), ownOffset(), context);
    LayoutStyle style = layout().withDashOffset(offsets.inner());
    for (int i = 0; i < added.size(); i++) {
      boolean last = i == added.size() - 1;
      FragmentWriter writer = last ? context.writer(style, at) : context.writer(style);
      Addition addition = added.get(i);
      String key = addition.key();
      text.addAll(
          key == null
              ? writer.item(addition.value(), column)
              : writer.entry(key, addition.value(), column, offsets.own()));
    }
    return text;
  }

  /** How far the dashes of this list stand from its key; -1 for a mapping, or without a key. */
  private int ownOffset() {
    boolean listOfKey = slot.node() instanceof SequenceNode && slot.kind() == Slot.Kind.BLOCK_KEY;
    return listOfKey ? column - slot.parentColumn() : -1;
  }

  /** The document's layout, but for the gap behind the dashes of this list, or around this item. */
  private LayoutStyle layout() {
    LayoutStyle style = context.layout();
    if (slot.node() instanceof SequenceNode sequence) {
      return style.withDashGap(gap(sequence, style));
    }
    int content = slot.node().extent().start();
    boolean item = slot.kind() == Slot.Kind.BLOCK_ITEM && content > slot.start();
    return item && lines.isBlank(slot.start(), content)
        ? style.withDashGap(content - slot.start())
        : style;
  }

  private int gap(SequenceNode sequence, LayoutStyle style) {
    for (int i = sequence.items().size() - 1; i >= 0; i--) {
      int dash = sequence.items().get(i).dash();
      int content = sequence.items().get(i).value().extent().start();
      if (content > dash + 1 && lines.isBlank(dash + 1, content)) {
        return content - dash - 1;
      }
    }
    return style.dashGap();
  }
}
