package dev.sidecarctl.yaml;

import dev.sidecarctl.yaml.YamlNode.Entry;
import dev.sidecarctl.yaml.YamlNode.Item;
import dev.sidecarctl.yaml.YamlNode.MappingNode;
import dev.sidecarctl.yaml.YamlNode.ScalarNode;
import dev.sidecarctl.yaml.YamlNode.SequenceNode;
import dev.sidecarctl.yaml.YamlNode.Style;
import java.util.List;

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

  /** The layout of a whole document. */
  static LayoutStyle of(YamlDocument document) {
    LayoutVotes votes = new LayoutVotes(document.source().text());
    votes.count(document.root());
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
        votes.flowUnit.isEmpty() ? "  " : votes.flowUnit);
  }

  /** How far the lists in a part of a document stand from their keys, most of them. */
  int dashOffsetOr(int otherwise) {
    return winner(dashOffsets, otherwise);
  }

  void count(YamlNode node) {
    if (node instanceof MappingNode mapping) {
      for (Entry entry : mapping.entries()) {
        count(entry, mapping);
      }
      countFlow(mapping);
    } else if (node instanceof SequenceNode sequence) {
      for (Item item : sequence.items()) {
        count(item);
      }
      countCommas(sequence);
    } else if (node instanceof ScalarNode scalar) {
      singleQuotes += scalar.style() == Style.SINGLE_QUOTED ? 1 : 0;
      doubleQuotes += scalar.style() == Style.DOUBLE_QUOTED ? 1 : 0;
    }
  }

  private void count(Entry entry, MappingNode parent) {
    count(entry.value());
    if (parent.flow()) {
      countColon(entry);
    } else {
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

  private void count(Item item) {
    count(item.value());
    if (item.dash() >= 0) {
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
    String outer = indentAt(brace);
    String inner = indentAt(first);
    return inner.startsWith(outer) ? inner.substring(outer.length()) : "";
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
