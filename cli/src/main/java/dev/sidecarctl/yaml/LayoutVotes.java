package dev.sidecarctl.yaml;

import dev.sidecarctl.yaml.YamlNode.Entry;
import dev.sidecarctl.yaml.YamlNode.Item;
import dev.sidecarctl.yaml.YamlNode.MappingNode;
import dev.sidecarctl.yaml.YamlNode.ScalarNode;
import dev.sidecarctl.yaml.YamlNode.SequenceNode;
import dev.sidecarctl.yaml.YamlNode.Style;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts how the nodes of a document, or of a part of it, are laid out: the majority wins. */
final class LayoutVotes {
  private static final int WIDEST = 16;

  private final String text;
  private final int[] indents = new int[WIDEST];
  private final int[] dashOffsets = new int[WIDEST];
  private final int[] dashGaps = new int[WIDEST];
  private int singleQuotes;
  private int doubleQuotes;
  private int tightColons;
  private int looseColons;
  private int tightCommas;
  private int looseCommas;
  private String flowUnit = "";

  LayoutVotes(String text) {
    this.text = text;
  }

  /**
   * The layout of a whole document.
   *
   * @param written parts that do not count
   */
  static LayoutStyle of(YamlDocument document, List<FieldPath> written) {
    LayoutVotes votes = new LayoutVotes(document.source().text());
    votes.count(document.root(), WrittenParts.of(written));
    boolean json = document.isJson();
    boolean dense = votes.tightColons > votes.looseColons && json;
    boolean denseCommas = votes.tightCommas > votes.looseCommas;
    if (votes.tightCommas + votes.looseCommas == 0) {
      denseCommas = dense;
    }
    return new LayoutStyle(
        Math.max(1, winner(votes.indents, 2)),
        votes.dashOffset(),
        Math.max(1, winner(votes.dashGaps, 1)),
        votes.singleQuotes > votes.doubleQuotes ? '\'' : '"',
        json,
        dense ? "" : " ",
        denseCommas ? "" : " ",
        votes.flowUnit.isEmpty() ? writtenFlowUnit(document, written) : votes.flowUnit);
  }

  /**
   * What an earlier run chose, where nothing else tells any more: what it put in front of the
   * user's braces may hide how their lines were indented.
   */
  private static String writtenFlowUnit(YamlDocument document, List<FieldPath> written) {
    LayoutVotes all = new LayoutVotes(document.source().text());
    if (!written.isEmpty()) {
      all.count(document.root(), null);
    }
    return all.flowUnit.isEmpty() ? "  " : all.flowUnit;
  }

  /** Counts the lists that stand directly under the keys of a mapping. */
  void countLists(MappingNode mapping) {
    for (Entry entry : mapping.entries()) {
      if (entry.value() instanceof SequenceNode && !mapping.flow()) {
        countChild(entry.value(), mapping.column());
      }
    }
  }

  /** How far the lists in a part of a document stand from their keys, most of them. */
  int dashOffsetOr(int otherwise) {
    return winner(dashOffsets, otherwise);
  }

  /**
   * Counts a node and all below it.
   *
   * @param written parts of it that do not count; null for none
   */
  void count(YamlNode node, @Nullable WrittenParts written) {
    if (WrittenParts.isAll(written, elements(node))) {
      return;
    }
    if (node instanceof MappingNode mapping) {
      for (Entry entry : mapping.entries()) {
        count(entry, mapping, written == null ? null : below(entry, written));
      }
      countFlow(mapping);
    } else if (node instanceof SequenceNode sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        count(sequence.items().get(i), WrittenParts.below(written, new FieldPath.Index(i)));
      }
      countCommas(sequence);
    } else if (node instanceof ScalarNode scalar) {
      singleQuotes += scalar.style() == Style.SINGLE_QUOTED ? 1 : 0;
      doubleQuotes += scalar.style() == Style.DOUBLE_QUOTED ? 1 : 0;
    }
  }

  private @Nullable WrittenParts below(Entry entry, WrittenParts written) {
    String key = MappingKeys.canonical(entry.key(), text);
    return WrittenParts.below(written, new FieldPath.Key(key));
  }

  private static int elements(YamlNode node) {
    if (node instanceof MappingNode mapping) {
      return mapping.entries().size();
    }
    return node instanceof SequenceNode sequence ? sequence.items().size() : 0;
  }

  private void count(Entry entry, MappingNode parent, @Nullable WrittenParts written) {
    count(entry.value(), written);
    if (parent.flow()) {
      countColon(entry);
    } else if (!WrittenParts.isAll(written, elements(entry.value()))) {
      countChild(entry.value(), parent.column());
    }
  }

  private void countChild(YamlNode value, int keyColumn) {
    if (value instanceof MappingNode mapping && !mapping.flow()) {
      vote(indents, mapping.column() - keyColumn);
    } else if (value instanceof SequenceNode sequence && !sequence.flow()) {
      vote(dashOffsets, sequence.column() - keyColumn);
    }
  }

  private void count(Item item, @Nullable WrittenParts written) {
    count(item.value(), written);
    if (item.dash() >= 0 && !WrittenParts.isAll(written, elements(item.value()))) {
      int content = item.value().extent().start();
      boolean sameLine = content > item.dash() + 1;
      for (int at = item.dash() + 1; at < content && sameLine; at++) {
        sameLine = text.charAt(at) == ' ';
      }
      if (sameLine) {
        vote(dashGaps, content - item.dash() - 1);
      }
    }
  }

  private void countColon(Entry entry) {
    int body = entry.value().extent().start();
    if (entry.colon() >= 0 && body == entry.colon() + 1) {
      tightColons += entry.value().extent().end() > body ? 1 : 0;
    } else if (entry.colon() >= 0) {
      looseColons++;
    }
  }

  private void countCommas(SequenceNode sequence) {
    List<Item> items = sequence.items();
    for (int i = 1; i < items.size() && sequence.flow(); i++) {
      countComma(items.get(i - 1).comma(), items.get(i).value().extent().start());
    }
  }

  private void countFlow(MappingNode mapping) {
    List<Entry> entries = mapping.entries();
    if (!mapping.flow() || mapping.braceless()) {
      return;
    }
    for (int i = 1; i < entries.size(); i++) {
      countComma(entries.get(i - 1).comma(), entries.get(i).start());
    }
    if (!entries.isEmpty()) {
      String unit = unit(mapping.extent().body(), entries.get(0).start());
      flowUnit = unit.isEmpty() ? flowUnit : unit;
    }
  }

  private void countComma(int comma, int next) {
    if (comma >= 0 && next == comma + 1) {
      tightCommas++;
    } else if (comma >= 0 && text.charAt(next - 1) == ' ' && next == comma + 2) {
      looseCommas++;
    }
  }

  /** By how much the first entry's line is indented more than the line of the brace. */
  private String unit(int brace, int first) {
    if (lineStart(first, brace) == brace) {
      return ""; // on one line, which may be as long as the document
    }
    if (!leadsItsLine(brace)) {
      return "";
    }
    String outer = indentAt(brace);
    String inner = indentAt(first);
    return inner.startsWith(outer) ? inner.substring(outer.length()) : "";
  }

  /**
   * Whether nothing has ended before an opening brace on its line. Otherwise the line may be that
   * of something else, which came in later, and its indentation says nothing.
   */
  private boolean leadsItsLine(int brace) {
    for (int at = brace - 1; at >= 0; at--) {
      char c = text.charAt(at);
      if (c == '\n' || c == '\r') {
        return true;
      }
      if (",]}".indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }

  private String indentAt(int offset) {
    int start = lineStart(offset, 0);
    int at = start;
    while (at < offset && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return text.substring(start, at);
  }

  /** The start of an offset's line, or a place before which nobody has to look. */
  private int lineStart(int offset, int bound) {
    int at = offset;
    while (at > bound && text.charAt(at - 1) != '\n' && text.charAt(at - 1) != '\r') {
      at--;
    }
    return at;
  }

  private static void vote(int[] votes, int value) {
    if (value >= 0 && value < votes.length) {
      votes[value]++;
    }
  }

  /** The document's own; only one without any list looks at the lines of the whole text. */
  private int dashOffset() {
    int own = winner(dashOffsets, -1);
    return own >= 0 ? own : DashLines.usualOffset(text);
  }

  private static int winner(int[] votes, int otherwise) {
    int best = -1;
    for (int i = 0; i < votes.length; i++) {
      if (votes[i] > 0 && (best < 0 || votes[i] > votes[best])) {
        best = i;
      }
    }
    return best < 0 ? otherwise : best;
  }
}
