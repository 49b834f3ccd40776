package dev.sidecarctl.yaml;

import dev.sidecarctl.yaml.Change.Addition;
import dev.sidecarctl.yaml.YamlNode.Entry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes to the elements of a list in brackets or a mapping in braces. */
final class FlowEdits {
  private final EditContext context;
  private final Lines lines;
  private final EditSheet sheet;
  private final Slot slot;
  private final List<Element> elements;
  private final int depth;
  private final FieldPath place;

  /** For a collection that is filled or emptied. */
  FlowEdits(EditContext context, Slot slot, int depth) {
    this(context, slot, depth, FieldPath.root());
  }

  /**
   * For a collection that keeps elements.
   *
   * @param place the way to it
   */
  FlowEdits(EditContext context, Slot slot, int depth, FieldPath place) {
    this.place = place;
    this.context = context;
    this.lines = context.lines();
    this.sheet = context.sheet();
    this.slot = slot;
    this.elements = Element.of(slot.node());
    this.depth = depth;
  }

  /** Writes new elements over removed ones as far as both reach, then inserts or removes. */
  void apply(Change change) {
    List<Element> removed = change.removed();
    List<Addition> added = change.added();
    int both = Math.min(removed.size(), added.size());
    for (int i = 0; i < both; i++) {
      Element old = removed.get(i);
      sheet.replace(old.start(), old.end(), text(added.get(i), old));
    }
    if (added.size() > both) {
      List<Addition> rest = added.subList(both, added.size());
      Element next = change.next();
      if (next == null) {
        append(rest);
      } else {
        insert(rest, next);
      }
    } else if (removed.size() > both) {
      List<Element> rest = removed.subList(both, removed.size());
      if (change.next() == null) {
        removeTail(rest);
      } else {
        removeBefore(rest);
      }
    }
  }

  /** Empties the brackets. */
  void clear() {
    int end = slot.node().extent().end() - 1;
    sheet.replace(slot.node().extent().body() + 1, end, "");
  }

  /** Fills empty brackets. */
  void fill(List<Addition> added) {
    int start = slot.node().extent().body() + 1;
    int end = slot.node().extent().end() - 1;
    boolean spread = isSpread(context, slot);
    String indent = lines.indent(start);
    String inner = indent + context.layout().flowUnit();
    String ending = lines.ending(start);
    List<String> parts = new ArrayList<>();
    for (Addition addition : added) {
      parts.add(text(addition, spread ? inner : null));
    }
    String between = spread ? "," + ending + inner : "," + context.layout().commaGap();
    String text = String.join(between, parts);
    if (spread) {
      text = ending + inner + text + ending + indent;
    }
    if (lines.isSpace(start, end)) {
      sheet.replace(start, end, text);
    } else {
      sheet.insert(start, text, depth);
    }
  }

  /**
   * Whether a new collection in a slot is laid out over several lines: in JSON that begins a line
   * with each entry, and with this one.
   */
  static boolean isSpread(EditContext context, Slot slot) {
    List<Element> top = Element.of(context.document().root());
    Lines lines = context.lines();
    if (!context.layout().json() || top.isEmpty() || !lines.startsLine(top.get(0).start())) {
      return false;
    }
    String before = lines.text(lines.firstContent(lines.start(slot.start())), slot.start());
    return before.indexOf('{') < 0 && before.indexOf('[') < 0 && before.indexOf(',') < 0;
  }

  private void append(List<Addition> added) {
    Element last = elements.get(elements.size() - 1);
    boolean trailing = last.comma() >= 0;
    boolean ownLine = lines.startsLine(last.start());
    String indent = lines.indent(ownLine ? last.start() : last.end());
    String gap = ownLine ? lines.ending(last.end()) + indent : commaGap(last);
    String spread = isSpread(lastOfUser()) ? indent : null;
    StringBuilder text = new StringBuilder();
    for (Addition addition : added) {
      String part = text(addition, spread);
      if (trailing) {
        text.append(gap).append(part).append(',');
      } else {
        text.append(text.length() == 0 ? "" : ",").append(gap).append(part);
      }
    }
    int at = trailing ? last.comma() + 1 : last.end();
    boolean commented = ownLine && lines.isCommentNext(at);
    if (!trailing && commented) {
      sheet.insert(at, ",", depth);
    }
    String comma = trailing || commented ? "" : ",";
    sheet.insert(commented ? lines.contentEnd(at) : at, comma + text, depth);
  }

  private void insert(List<Addition> added, Element next) {
    if (!lines.startsLine(next.start())) {
      StringBuilder text = new StringBuilder();
      for (Addition addition : added) {
        text.append(text(addition, next)).append(',').append(commaGap(next));
      }
      sheet.insert(next.start(), text.toString(), depth);
      return;
    }
    String indent = lines.indent(next.start());
    List<String> text = new ArrayList<>();
    for (Addition addition : added) {
      text.add(indent + text(addition, next) + ",");
    }
    Element before = before(next);
    int bound = before == null ? slot.node().extent().body() + 1 : before.end();
    sheet.insertLines(InsertionPoint.before(lines, next.start(), bound), text, depth);
  }

  /** What stands between the commas and elements of this collection, on one line. */
  private String commaGap(Element near) {
    int index = elements.indexOf(near);
    int left = index == 0 ? 0 : index - 1;
    if (left + 1 < elements.size() && elements.get(left).comma() >= 0) {
      int start = elements.get(left).comma() + 1;
      int end = elements.get(left + 1).start();
      if (lines.isBlank(start, end)) {
        return lines.text(start, end);
      }
    }
    return context.layout().commaGap();
  }

  private void removeBefore(List<Element> removed) {
    for (Element element : removed) {
      Element following = elements.get(elements.indexOf(element) + 1);
      int lineEnd = lines.contentEnd(element.comma());
      boolean whole =
          lines.startsLine(element.start())
              && lines.startsLine(following.start())
              && lineEnd < following.start();
      if (whole) {
        sheet.deleteLines(lines.start(element.start()), lines.next(element.comma()));
      } else {
        sheet.replace(element.start(), following.start(), "");
      }
    }
  }

  /**
   * Takes out the last elements; the one before them gets their trailing comma or the lack of it.
   */
  private void removeTail(List<Element> removed) {
    Element first = removed.get(0);
    Element last = removed.get(removed.size() - 1);
    Element left = before(first);
    if (left == null) {
      clear();
      return;
    }
    boolean trailing = last.comma() >= 0;
    int end = trailing ? last.comma() + 1 : last.end();
    boolean ownLine = lines.startsLine(first.start());
    if (!ownLine) {
      sheet.replace(trailing ? left.comma() + 1 : left.comma(), end, "");
      return;
    }
    if (lines.isCommentNext(end)) {
      end = lines.contentEnd(end);
    }
    int start = lines.beforeBreak(lines.start(first.start()));
    if (start <= left.comma() + 1 && !trailing) {
      sheet.replace(left.comma(), end, "");
      return;
    }
    if (!trailing) {
      sheet.replace(left.comma(), left.comma() + 1, "");
    }
    sheet.replace(Math.max(start, left.comma() + 1), end, "");
  }

  private @Nullable Element before(Element element) {
    int index = elements.indexOf(element);
    return index <= 0 ? null : elements.get(index - 1);
  }

  /** A new element in the form of one that begins on the same line. */
  private String text(Addition addition, Element like) {
    return text(addition, isSpread(like) ? lines.indent(like.start()) : null);
  }

  /** Whether what is new beside an element is to be laid out over several lines. */
  private boolean isSpread(Element like) {
    // What earlier runs put into something empty does not tell how the user lays things out.
    boolean filled = FragmentWriter.isFilled(context.document().valueOf(like.value()));
    if (filled && !context.stoodEmpty(like.value(), place(like))) {
      return lines.contentEnd(like.start()) < like.end();
    }
    return context.layout().json() && lines.startsLine(like.start());
  }

  /** The last element that no earlier run made; the last one where there is no other. */
  private Element lastOfUser() {
    for (int i = elements.size() - 1; i >= 0; i--) {
      if (!context.isOurs(elements.get(i).value(), place(elements.get(i)))) {
        return elements.get(i);
      }
    }
    return elements.get(elements.size() - 1);
  }

  private FieldPath place(Element element) {
    Entry entry = element.entry();
    return entry == null
        ? place.index(elements.indexOf(element))
        : place.key(context.document().keyOf(entry));
  }

  private String text(Addition addition, @Nullable String indent) {
    String ending = lines.ending(slot.node().extent().end());
    String key = addition.key();
    FragmentWriter writer = context.writer();
    return key == null
        ? writer.flow(addition.value(), indent, ending)
        : writer.flowEntry(key, addition.value(), indent, ending);
  }
}
