package dev.sidecarctl.layout;

import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.Value.Kind;
import dev.sidecarctl.yaml.Value.Mapping;
import dev.sidecarctl.yaml.Value.Scalar;
import dev.sidecarctl.yaml.Value.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes data as a YAML document in a layout of its own: whatever YAML allows and kubectl reads.
 */
final class RandomLayout {
  private final Random random;
  private final StringBuilder out = new StringBuilder();
  private final RandomScalarText scalars;
  private final Map<Value, String> anchors = new LinkedHashMap<>();
  private final int indent;
  private final int dashOffset;
  private final int gap;
  private final int flowShare;
  private final boolean noisy;
  private final boolean sharing;
  private int comments;

  /** Comments may not stand deeper: they would belong to the block scalar above. */
  private int deepestComment = Integer.MAX_VALUE;

  private boolean blankLines = true;

  RandomLayout(Random random) {
    this.random = random;
    this.scalars = new RandomScalarText(random);
    this.indent = random.nextInt(3) == 0 ? 1 + random.nextInt(8) : 2;
    this.dashOffset = random.nextInt(3) == 0 ? random.nextInt(9) : random.nextInt(2) * 2;
    this.gap = random.nextInt(3) == 0 ? 1 + random.nextInt(4) : 1;
    this.flowShare = random.nextInt(3) == 0 ? random.nextInt(11) : 0;
    this.noisy = random.nextInt(3) > 0;
    this.sharing = random.nextInt(3) == 0;
  }

  /** The text of one document without markers; its last line has its end. */
  String write(Mapping root) {
    if (random.nextInt(8) == 0) {
      new RandomFlow(random, out, scalars, anchors, true).write(root, 0);
      out.append('\n');
      return out.toString();
    }
    int column = random.nextInt(20) == 0 ? 1 + random.nextInt(3) : 0;
    elements(root, column, false);
    noise(column);
    return out.toString();
  }

  /** Whether another line end at the text's end would change its data. */
  boolean endsInKeptLines() {
    return !blankLines;
  }

  private void noise(int column) {
    if (!noisy || random.nextInt(5) > 0) {
      return;
    }
    for (int i = random.nextInt(3); i >= 0; i--) {
      if (random.nextBoolean()) {
        if (blankLines) {
          boolean blanks = random.nextInt(4) == 0;
          out.append(" ".repeat(blanks ? Math.min(3, deepestComment) : 0)).append('\n');
        }
      } else {
        int at = random.nextBoolean() ? column : random.nextInt(column + 6);
        out.append(" ".repeat(Math.min(at, deepestComment))).append(comment()).append('\n');
        endBlock();
      }
    }
  }

  private void endBlock() {
    deepestComment = Integer.MAX_VALUE;
    blankLines = true;
  }

  private String comment() {
    String[] words = {"", " - name: old", " k: {", " \uD83D\uDE00 e\u0301", " 'x", "# [", "\ttab"};
    return "#" + words[random.nextInt(words.length)] + " c" + comments++;
  }

  private void lineEnd() {
    if (noisy && random.nextInt(6) == 0) {
      switch (random.nextInt(3)) {
        case 0 -> out.append("  ");
        case 1 -> out.append(isAtIndicator() ? "" : "\t");
        default -> out.append("  ").append(comment());
      }
    }
    out.append('\n');
  }

  /** Whether the line has only begun: kubectl wants no tab there. */
  private boolean isAtIndicator() {
    int at = out.length() - 1;
    boolean indicator = "-:?".indexOf(out.charAt(at)) >= 0;
    return indicator && (at == 0 || " \n".indexOf(out.charAt(at - 1)) >= 0);
  }

  private void elements(Value collection, int column, boolean begun) {
    boolean first = begun;
    if (collection instanceof Sequence sequence) {
      for (Value item : sequence.items()) {
        begin(column, first);
        first = false;
        out.append('-');
        value(item, column, true);
      }
      return;
    }
    Mapping mapping = (Mapping) collection;
    Mapping rest = merge(mapping, column, begun);
    first = begun && rest.entries().size() == mapping.entries().size();
    for (Map.Entry<String, Value> entry : rest.entries().entrySet()) {
      begin(column, first);
      first = false;
      key(entry.getKey(), entry.getValue(), column);
    }
  }

  private void begin(int column, boolean begun) {
    if (!begun) {
      noise(column);
      out.append(" ".repeat(column));
      endBlock();
    }
  }

  /** Writes a merge key for entries that an anchored mapping has, too; gives what is left. */
  private Mapping merge(Mapping mapping, int column, boolean begun) {
    for (Map.Entry<Value, String> anchor : anchors.entrySet()) {
      if (anchor.getKey() instanceof Mapping part
          && !part.entries().isEmpty()
          && part.entries().size() < mapping.entries().size()
          && mapping.entries().entrySet().containsAll(part.entries().entrySet())) {
        begin(column, begun);
        out.append("<<: *").append(anchor.getValue());
        lineEnd();
        Map<String, Value> rest = new LinkedHashMap<>(mapping.entries());
        rest.keySet().removeAll(part.entries().keySet());
        return Mapping.of(rest);
      }
    }
    return mapping;
  }

  private void key(String key, Value value, int column) {
    String text = scalars.key(key);
    if (random.nextInt(60) == 0) {
      text = (random.nextBoolean() ? "!!str " : "&k" + comments++ + " ") + text;
    }
    if (random.nextInt(50) == 0) {
      out.append("? ").append(text);
      lineEnd();
      noise(column);
      out.append(" ".repeat(column)).append(':');
      value(value, column, true);
      return;
    }
    out.append(text).append(random.nextInt(50) == 0 ? " :" : ":");
    value(value, column, false);
  }

  /**
   * What stands behind a colon or a dash, up to the end of its last line.
   *
   * @param column of the keys or dashes
   * @param tight whether a collection may begin on this line, and a list not in this column
   */
  private void value(Value value, int column, boolean tight) {
    String known = anchors.get(value);
    if (known != null && random.nextInt(3) > 0) {
      out.append(" *").append(known);
      lineEnd();
      return;
    }
    boolean anchored = sharing && !isEmpty(value) && random.nextInt(8) == 0;
    String name = anchored ? "a" + comments++ : null;
    String properties = properties(value, name);
    if (value instanceof Scalar scalar) {
      scalar(scalar, properties, column);
    } else if (isEmpty(value)) {
      out.append(properties)
          .append(value instanceof Sequence ? pick(" []", " [ ]") : pick(" {}", " { }"));
      lineEnd();
    } else if (random.nextInt(10) < flowShare) {
      out.append(properties).append(' ');
      new RandomFlow(random, out, scalars, anchors, false).write(value, column + 1);
      lineEnd();
    } else {
      collection(value, properties, column, tight);
    }
    if (name != null) {
      anchors.putIfAbsent(value, name);
    }
  }

  private static boolean isEmpty(Value value) {
    return value.isNull()
        || (value instanceof Sequence list && list.items().isEmpty())
        || (value instanceof Mapping mapping && mapping.entries().isEmpty());
  }

  private String properties(Value value, String name) {
    List<String> parts = new ArrayList<>();
    if (name != null) {
      parts.add("&" + name);
    }
    if (random.nextInt(40) == 0) {
      if (value instanceof Mapping) {
        parts.add("!!map");
      } else if (value instanceof Sequence) {
        parts.add("!!seq");
      } else if (((Scalar) value).kind() == Kind.STRING) {
        parts.add("!!str");
      }
    }
    if (parts.size() == 2 && random.nextBoolean()) {
      parts.add(parts.remove(0));
    }
    return parts.isEmpty() ? "" : " " + String.join(" ", parts);
  }

  private void collection(Value value, String properties, int column, boolean tight) {
    if (tight && properties.isEmpty() && random.nextInt(6) > 0) {
      int blanks = random.nextInt(8) == 0 ? 1 + random.nextInt(4) : gap;
      out.append(" ".repeat(blanks));
      elements(value, column + 1 + blanks, true);
      return;
    }
    out.append(properties);
    lineEnd();
    boolean flush = !tight && value instanceof Sequence;
    elements(value, column + (flush ? dashOffset : indent), false);
  }

  private void scalar(Scalar scalar, String properties, int column) {
    out.append(properties);
    if (scalar.isNull() && random.nextInt(3) == 0) {
      lineEnd();
      return;
    }
    boolean string = scalar.kind() == Kind.STRING;
    String text = string ? scalars.block(scalar.text(), column) : scalars.typed(scalar);
    if (scalars.isBlock()) {
      out.append(' ').append(text).append('\n');
      deepestComment = Math.max(0, column);
      blankLines = !scalars.keepsBlankLines();
      return;
    }
    if (random.nextInt(30) == 0) {
      lineEnd();
      noise(column);
      out.append(" ".repeat(column + 1 + random.nextInt(4)));
    } else {
      boolean tab = !isAtIndicator() && random.nextInt(30) == 0;
      out.append(tab ? "\t" : " ".repeat(random.nextInt(12) == 0 ? 3 : 1));
    }
    out.append(text);
    lineEnd();
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
