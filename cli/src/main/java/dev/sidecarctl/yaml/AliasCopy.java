package dev.sidecarctl.yaml;

import dev.sidecarctl.yaml.YamlNode.AliasNode;
import dev.sidecarctl.yaml.YamlNode.Entry;
import dev.sidecarctl.yaml.YamlNode.Extent;
import dev.sidecarctl.yaml.YamlNode.Item;
import dev.sidecarctl.yaml.YamlNode.MappingNode;
import dev.sidecarctl.yaml.YamlNode.SequenceNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes an alias out: the anchored text stands in its place, indented anew, without its anchors.
 */
final class AliasCopy {
  private final EditContext context;
  private final Lines lines;

  AliasCopy(EditContext context) {
    this.context = context;
    this.lines = context.lines();
  }

  void write(Slot slot, AliasNode alias, int depth) {
    YamlNode target = alias.target();
    Value value = context.document().valueOf(target);
    boolean block =
        (target instanceof SequenceNode sequence && !sequence.flow())
            || (target instanceof MappingNode mapping && !mapping.flow());
    int body = alias.extent().body();
    boolean oneLine = lines.contentEnd(target.extent().body()) >= target.extent().end();
    if (!block && oneLine) {
      context.sheet().replace(body, slot.end(), plainCopy(target));
    } else if (!block || slot.isFlow() || !lines.startsLine(target.extent().body())) {
      new SlotEdits(context).write(slot, value, depth);
    } else {
      writeBlock(slot, target, value, depth);
    }
  }

  private void writeBlock(Slot slot, YamlNode target, Value value, int depth) {
    boolean free = lines.firstContent(slot.end()) == lines.contentEnd(slot.end());
    if (slot.kind() == Slot.Kind.BLOCK_ITEM && free) {
      int column = lines.column(slot.node().extent().body());
      List<String> copy = blockCopy(target, column);
      String text = String.join(lines.ending(slot.end()), copy).substring(column);
      context.sheet().replace(slot.node().extent().body(), slot.end(), text);
      return;
    }
    int column = new SlotEdits(context).column(slot, value);
    context.sheet().replace(slot.start(), slot.end(), "");
    context.sheet().insertLines(lines.next(slot.end()), blockCopy(target, column), depth);
  }

  /** The lines of a block collection, moved to a column. */
  private List<String> blockCopy(YamlNode target, int column) {
    Extent extent = target.extent();
    int start = lines.start(extent.body());
    int shift = column - lines.column(extent.body());
    String text = withoutAnchors(target, start);
    List<String> copy = new ArrayList<>();
    for (String line : text.split("\r\n|\r|\n", -1)) {
      copy.add(shifted(line, shift));
    }
    return copy;
  }

  private static String shifted(String line, int shift) {
    if (line.isBlank()) {
      return line;
    }
    if (shift >= 0) {
      return " ".repeat(shift) + line;
    }
    int blanks = 0;
    while (blanks < -shift && line.charAt(blanks) == ' ') {
      blanks++;
    }
    return line.substring(blanks);
  }

  private String plainCopy(YamlNode target) {
    return withoutAnchors(target, target.extent().body());
  }

  private String withoutAnchors(YamlNode target, int from) {
    List<YamlNode> anchored = new ArrayList<>();
    for (Element element : Element.of(target)) {
      collect(element, anchored);
    }
    StringBuilder text = new StringBuilder();
    int at = from;
    for (YamlNode node : anchored) {
      Extent extent = node.extent();
      String properties = lines.text(extent.start(), extent.propsEnd());
      int start = extent.start() + properties.indexOf('&');
      int end = start + 1 + String.valueOf(extent.anchor()).length();
      if (end < extent.end() && lines.isBlank(end, end + 1)) {
        end++;
      } else if (lines.isBlank(start - 1, start)) {
        start--;
      }
      text.append(lines.text(at, start));
      at = end;
    }
    return text.append(lines.text(at, target.extent().end())).toString();
  }

  private static void collect(Element element, List<YamlNode> anchored) {
    Entry entry = element.entry();
    if (entry != null) {
      collect(entry.key(), anchored);
    }
    collect(element.value(), anchored);
  }

  private static void collect(YamlNode node, List<YamlNode> anchored) {
    if (node.extent().anchor() != null) {
      anchored.add(node);
    }
    if (node instanceof MappingNode mapping) {
      for (Entry entry : mapping.entries()) {
        collect(entry.key(), anchored);
        collect(entry.value(), anchored);
      }
    } else if (node instanceof SequenceNode sequence) {
      for (Item item : sequence.items()) {
        collect(item.value(), anchored);
      }
    }
  }
}
