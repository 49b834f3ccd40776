package dev.sidecarctl.yaml;

import dev.sidecarctl.yaml.Change.Addition;
import dev.sidecarctl.yaml.Value.Kind;
import dev.sidecarctl.yaml.Value.Mapping;
import dev.sidecarctl.yaml.Value.Scalar;
import dev.sidecarctl.yaml.Value.Sequence;
import dev.sidecarctl.yaml.YamlNode.MappingNode;
import dev.sidecarctl.yaml.YamlNode.ScalarNode;
import dev.sidecarctl.yaml.YamlNode.SequenceNode;
import dev.sidecarctl.yaml.YamlNode.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts something else where a value stands; anchor, tag and trailing comment keep their places. */
final class SlotEdits {
  private final EditContext context;
  private final Lines lines;
  private final EditSheet sheet;

  SlotEdits(EditContext context) {
    this.context = context;
    this.lines = context.lines();
    this.sheet = context.sheet();
  }

  /** The text that stands in a slot; with its last comment where whole lines would go. */
  String text(Slot slot) {
    int end = isBelow(slot) ? lines.contentEnd(slot.end()) : slot.end();
    String text = lines.text(slot.start(), end);
    return isItemBesideDash(slot) ? ReplacedText.ofItem(text, slot.parentColumn()) : text;
  }

  /** The text of a value that gives way to another one as a whole, the comment behind it too. */
  String wholeText(Slot slot) {
    if (!isBesideDash(slot)) {
      return text(slot);
    }
    String text = lines.text(slot.start(), wholeEnd(slot));
    return slot.holdsBlock() ? ReplacedText.ofItem(text, slot.parentColumn()) : text;
  }

  /** Writes another value in place of {@link #wholeText}, in braces if that stood in braces. */
  void replaceWhole(Slot slot, Value wanted, int depth) {
    if (!isBesideDash(slot)) {
      write(slot, wanted, depth);
      return;
    }
    int body = slot.node().extent().body();
    String text =
        slot.holdsBlock()
            ? joined(slot, wanted, lines.column(body))
            : context.writer().flow(wanted, null, lines.ending(slot.start()));
    sheet.replace(body, wholeEnd(slot), text);
  }

  /** Where an item ends with the comment that follows on its last line. */
  private int wholeEnd(Slot slot) {
    return lines.isCommentNext(slot.end()) ? lines.contentEnd(slot.end()) : slot.end();
  }

  /** Whether an item's collection begins on the line of its dash. */
  private boolean isBesideDash(Slot slot) {
    return slot.kind() == Slot.Kind.BLOCK_ITEM
        && !(slot.node() instanceof ScalarNode)
        && !slot.hasProperties()
        && !isBelow(slot);
  }

  /** Whether a block collection begins on the line of its dash. */
  private boolean isItemBesideDash(Slot slot) {
    return isBesideDash(slot) && slot.holdsBlock();
  }

  /** Writes another value, a scalar in the style of the one that stood there. */
  void write(Slot slot, Value wanted, int depth) {
    Style style = slot.node() instanceof ScalarNode node ? node.style() : Style.PLAIN;
    write(slot, wanted, style, depth);
  }

  /** Writes another value as if nothing had stood there. */
  void writeAnew(Slot slot, Value wanted, int depth) {
    write(slot, wanted, Style.PLAIN, depth);
  }

  private void write(Slot slot, Value wanted, Style old, int depth) {
    if (!FragmentWriter.isFilled(wanted)) {
      writeInline(slot, inline(slot, wanted, old), depth);
    } else if (isBracketFill(slot, wanted)) {
      new FlowEdits(context, slot, depth).fill(additions(wanted));
    } else if (slot.isFlow() || context.layout().json()) {
      String indent = lines.indent(slot.start());
      boolean spread = FlowEdits.isSpread(context, slot);
      String ending = lines.ending(slot.start());
      writeInline(slot, context.writer().flow(wanted, spread ? indent : null, ending), depth);
    } else {
      writeBlock(slot, wanted, depth);
    }
  }

  /** Takes out all elements of a collection that stays; the comments between them stay, too. */
  void empty(Slot slot, Value wanted, int depth) {
    if (!slot.holdsBlock()) {
      new FlowEdits(context, slot, depth).clear();
    } else if (isBelow(slot)) {
      sheet.insert(slot.start(), " " + context.writer().inline(wanted, false), depth);
      new BlockEdits(context, slot, depth).removeLines(Element.of(slot.node()));
    } else {
      write(slot, wanted, depth);
    }
  }

  /** Whether a text that once stood in a slot can stand in this document, which may be JSON now. */
  boolean takes(String text) {
    return !context.layout().json() || ReplacedText.isJson(text);
  }

  /** Puts back a text that stood in the slot before. */
  void restore(Slot slot, String before, int depth) {
    if (before.equals(text(slot))) {
      return;
    }
    if (slot.kind() == Slot.Kind.BLOCK_ITEM && ReplacedText.isListItem(before)) {
      restoreItem(slot, ReplacedText.behindDash(before, slot.parentColumn()));
      return;
    }
    String text =
        slot.isFlow()
            ? before
            : ReplacedText.below(before, slot.parentColumn(), context.layout().indent());
    boolean beginsAtOnce = beginsAtOnce(text);
    if (!beginsAtOnce || !isBelow(slot)) {
      int end = slot.end() + (beginsAtOnce || isBelow(slot) ? 0 : sharedLead(text, slot.end()));
      sheet.replace(slot.start(), end, text);
      return;
    }
    sheet.insert(slot.start(), text, depth);
    if (text.strip().startsWith("*")) {
      sheet.deleteLines(lines.start(slot.node().extent().body()), lines.next(slot.end()));
    } else {
      new BlockEdits(context, slot, depth).removeLines(Element.of(slot.node()));
    }
  }

  private void restoreItem(Slot slot, String behindDash) {
    sheet.replace(slot.start(), slot.end(), behindDash);
  }

  /** Whether a slot's text has its content, or nothing at all, before any comment. */
  private static boolean beginsAtOnce(String text) {
    boolean sameLine = text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
    return sameLine || !text.stripLeading().startsWith("#");
  }

  /** How much of a text's beginning, comments and blank lines, stands behind the slot already. */
  private int sharedLead(String text, int at) {
    int shared = 0;
    int line = at;
    while (line < lines.end() && (line == at || !lines.hasContent(line))) {
      int end = lines.contentEnd(line);
      if (end == lines.end() || !text.startsWith(lines.text(at, lines.next(end)))) {
        break;
      }
      shared = end - at;
      line = lines.next(end);
    }
    return shared;
  }

  /** Whether a block collection stands below the line of its key. */
  private boolean isBelow(Slot slot) {
    return slot.holdsBlock() && lines.contentEnd(slot.start()) < slot.node().extent().body();
  }

  private boolean isBracketFill(Slot slot, Value wanted) {
    boolean empty = !slot.isBare() && Element.of(slot.node()).isEmpty();
    boolean sameKind =
        (slot.node() instanceof SequenceNode && wanted instanceof Sequence)
            || (slot.node() instanceof MappingNode && wanted instanceof Mapping);
    return empty && sameKind && (slot.isFlow() || context.layout().json());
  }

  private static List<Addition> additions(Value value) {
    List<Addition> additions = new ArrayList<>();
    if (value instanceof Sequence sequence) {
      for (Value item : sequence.items()) {
        additions.add(new Addition(null, item));
      }
    } else if (value instanceof Mapping mapping) {
      for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
        additions.add(new Addition(entry.getKey(), entry.getValue()));
      }
    }
    return additions;
  }

  private void writeInline(Slot slot, String text, int depth) {
    int body = slot.node().extent().body();
    if (isBelow(slot)) {
      sheet.insert(slot.start(), " " + text, depth);
      sheet.deleteLines(lines.start(body), lines.next(slot.end()));
    } else if (slot.isBare()) {
      String gap = slot.isFlow() ? context.layout().colonGap() : " ";
      sheet.insert(slot.start(), (slot.start() == 0 ? "" : gap) + text, depth);
    } else {
      sheet.replace(body, slot.end(), text);
    }
  }

  /** A scalar in the style of the one before it; for a literal block, with its lines. */
  private String inline(Slot slot, Value wanted, Style old) {
    FragmentWriter writer = context.writer();
    boolean flow = slot.isFlow() || context.layout().json();
    if (!(wanted instanceof Scalar scalar) || scalar.kind() != Kind.STRING) {
      return writer.inline(wanted, flow);
    }
    if (context.layout().json() || old == Style.DOUBLE_QUOTED) {
      return ScalarText.doubleQuoted(scalar.text());
    }
    if (old == Style.SINGLE_QUOTED) {
      return ScalarText.quoted(scalar.text(), '\'');
    }
    String inner = " ".repeat(Math.max(0, slot.parentColumn()) + context.layout().indent());
    boolean literal = old == Style.LITERAL || scalar.text().indexOf('\n') >= 0;
    boolean room = lines.firstContent(slot.end()) == lines.contentEnd(slot.end());
    if (!flow && literal && room && !lines.isOpenEnd(slot.end()) && !context.quotesLines()) {
      List<String> text = ScalarText.literal(scalar.text(), inner);
      if (text != null) {
        return String.join(lines.ending(slot.end()), text);
      }
    }
    return writer.inline(wanted, flow);
  }

  private void writeBlock(Slot slot, Value wanted, int depth) {
    int body = slot.node().extent().body();
    if (slot.holdsBlock()) {
      rewriteBlock(slot, wanted, depth);
      return;
    }
    boolean ownLine =
        !slot.isBare() && lines.startsLine(body) && !lines.isSpace(slot.start(), body);
    int bodyColumn = ownLine ? lines.column(body) : -1;
    if (ownLine && bodyColumn >= leastColumn(slot, wanted)) {
      sheet.replace(body, slot.end(), joined(slot, wanted, bodyColumn));
      return;
    }
    boolean freeLine = lines.firstContent(slot.end()) == lines.contentEnd(slot.end());
    if (slot.kind() == Slot.Kind.BLOCK_ITEM && !slot.hasProperties() && freeLine) {
      int gap = context.layout().dashGap();
      String text = joined(slot, wanted, slot.after() - lines.start(slot.after()) + gap);
      sheet.replace(slot.start(), slot.end(), " ".repeat(gap) + text);
      return;
    }
    sheet.replace(slot.start(), slot.end(), "");
    int column = column(slot, wanted);
    int point = below(slot, wanted, column);
    sheet.insertLines(point, writer(slot, point).collection(wanted, column), depth);
  }

  /**
   * The line start where an empty place is filled: behind the comments that belong to it, as if it
   * had held something, so that what a later version adds goes there, too.
   */
  private int below(Slot slot, Value wanted, int column) {
    boolean owns = !(wanted instanceof Sequence) || column > slot.parentColumn();
    return InsertionPoint.append(lines, slot.end(), column, owns);
  }

  private void rewriteBlock(Slot slot, Value wanted, int depth) {
    int body = slot.node().extent().body();
    if (!lines.startsLine(body)) {
      sheet.replace(body, slot.end(), joined(slot, wanted, lines.column(body)));
      return;
    }
    FragmentWriter writer = writer(slot, lines.next(slot.end()));
    sheet.insertLines(lines.start(body), writer.collection(wanted, column(slot, wanted)), depth);
    sheet.deleteLines(lines.start(body), lines.next(slot.end()));
  }

  private String joined(Slot slot, Value wanted, int column) {
    FragmentWriter writer = writer(slot, lines.next(slot.end()));
    String text = String.join(lines.ending(slot.end()), writer.collection(wanted, column));
    return text.substring(column);
  }

  /** A writer of what goes into a slot, its lists laid out like those around it. */
  private FragmentWriter writer(Slot slot, int before) {
    return context.writer(context.layout().withDashOffset(offsets(slot).inner()), before);
  }

  private ListOffsets offsets(Slot slot) {
    return ListOffsets.in(slot.parent(), -1, context);
  }

  private static int leastColumn(Slot slot, Value wanted) {
    boolean flush = slot.kind() == Slot.Kind.BLOCK_KEY && wanted instanceof Sequence;
    return flush ? slot.parentColumn() : slot.parentColumn() + 1;
  }

  /** Where a block collection begins that is put below a slot's line. */
  int column(Slot slot, Value wanted) {
    LayoutStyle style = context.layout();
    if (slot.kind() == Slot.Kind.ROOT) {
      return 0;
    }
    if (slot.kind() == Slot.Kind.BLOCK_ITEM) {
      return slot.parentColumn() + 1 + style.dashGap();
    }
    boolean offset = slot.kind() == Slot.Kind.BLOCK_KEY && wanted instanceof Sequence;
    return slot.parentColumn() + (offset ? offsets(slot).own() : style.indent());
  }
}
