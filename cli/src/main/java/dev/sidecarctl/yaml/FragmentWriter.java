package dev.sidecarctl.yaml;

import dev.sidecarctl.yaml.Value.Kind;
import dev.sidecarctl.yaml.Value.Mapping;
import dev.sidecarctl.yaml.Value.Scalar;
import dev.sidecarctl.yaml.Value.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes new data as text in a given layout. Lines come without their endings, the first one
 * indented like the others.
 */
final class FragmentWriter {
  private final LayoutStyle style;
  private final boolean quoteLines;
  private final boolean quoteLast;

  /**
   * @param style the layout
   * @param quoteLines whether strings of several lines are to stand in quotes
   * @param quoteLast whether at least the last one is to: what follows would be read as part of it
   */
  FragmentWriter(LayoutStyle style, boolean quoteLines, boolean quoteLast) {
    this.style = style;
    this.quoteLines = quoteLines;
    this.quoteLast = quoteLast;
  }

  /** An item of a block list whose dash stands at a column. */
  List<String> item(Value value, int column) {
    List<String> lines = new ArrayList<>();
    item(value, column, true, lines);
    return lines;
  }

  /**
   * An entry of a block mapping whose keys stand at a column.
   *
   * @param dashOffset columns from the key to the dashes, where the value is a list
   */
  List<String> entry(String key, Value value, int column, int dashOffset) {
    List<String> lines = new ArrayList<>();
    entry(key, value, column, dashOffset, true, lines);
    return lines;
  }

  /** The items or entries of a list or mapping that is not empty, at a column. */
  List<String> collection(Value value, int column) {
    List<String> lines = new ArrayList<>();
    collection(value, column, true, lines);
    return lines;
  }

  private void collection(Value value, int column, boolean last, List<String> lines) {
    if (value instanceof Sequence sequence) {
      int count = sequence.items().size();
      for (int i = 0; i < count; i++) {
        item(sequence.items().get(i), column, last && i == count - 1, lines);
      }
    } else if (value instanceof Mapping mapping) {
      int left = mapping.entries().size();
      for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
        left--;
        boolean lastEntry = last && left == 0;
        entry(entry.getKey(), entry.getValue(), column, style.dashOffset(), lastEntry, lines);
      }
    }
  }

  private void item(Value value, int column, boolean last, List<String> lines) {
    String head = " ".repeat(column) + "-" + " ".repeat(style.dashGap());
    if (isFilled(value)) {
      int inner = column + 1 + style.dashGap();
      int first = lines.size();
      collection(value, inner, last, lines);
      lines.set(first, head + lines.get(first).substring(inner));
    } else {
      leaf(head, value, column + Math.max(2, style.indent()), last, lines);
    }
  }

  private void entry(
      String key, Value value, int column, int dashOffset, boolean last, List<String> lines) {
    String head = " ".repeat(column) + string(key, false) + ":";
    if (value instanceof Sequence && isFilled(value)) {
      lines.add(head);
      collection(value, column + dashOffset, last, lines);
    } else if (isFilled(value)) {
      lines.add(head);
      collection(value, column + style.indent(), last, lines);
    } else {
      leaf(head + " ", value, column + style.indent(), last, lines);
    }
  }

  private void leaf(String head, Value value, int inner, boolean last, List<String> lines) {
    List<String> literal = null;
    if (!quoteLines && !(last && quoteLast) && value.asText().isPresent()) {
      literal = ScalarText.literal(value.asText().get(), " ".repeat(inner));
    }
    if (literal == null) {
      lines.add(head + inline(value, false));
    } else {
      lines.add(head + literal.get(0));
      lines.addAll(literal.subList(1, literal.size()));
    }
  }

  /** Whether a value is a list or mapping that holds something. */
  static boolean isFilled(Value value) {
    return (value instanceof Sequence sequence && !sequence.items().isEmpty())
        || (value instanceof Mapping mapping && !mapping.entries().isEmpty());
  }

  /** A scalar or empty collection. */
  String inline(Value value, boolean flow) {
    if (value instanceof Scalar scalar) {
      return scalar.kind() == Kind.STRING ? string(scalar.text(), flow) : scalar.text();
    }
    return value instanceof Sequence ? "[]" : "{}";
  }

  private String string(String text, boolean flow) {
    if (style.json()) {
      return ScalarText.doubleQuoted(text);
    }
    return ScalarText.isPlainSafe(text, flow) ? text : ScalarText.quoted(text, style.quote());
  }

  /**
   * A value in flow style.
   *
   * @param indent of the line that it begins on, to lay it out over several lines; null for one
   *     line
   * @param ending what ends these lines
   */
  String flow(Value value, @Nullable String indent, String ending) {
    StringBuilder text = new StringBuilder();
    flow(value, indent, ending, text);
    return text.toString();
  }

  /** An entry of a mapping in flow style; as {@link #flow(Value, String, String)}. */
  String flowEntry(String key, Value value, @Nullable String indent, String ending) {
    StringBuilder text = new StringBuilder(string(key, true)).append(':').append(style.colonGap());
    flow(value, indent, ending, text);
    return text.toString();
  }

  private void flow(Value value, @Nullable String indent, String ending, StringBuilder text) {
    if (!isFilled(value)) {
      text.append(inline(value, true));
      return;
    }
    String inner = indent == null ? null : indent + style.flowUnit();
    List<String> parts = new ArrayList<>();
    if (value instanceof Sequence sequence) {
      for (Value item : sequence.items()) {
        parts.add(flow(item, inner, ending));
      }
    } else if (value instanceof Mapping mapping) {
      for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
        parts.add(flowEntry(entry.getKey(), entry.getValue(), inner, ending));
      }
    }
    String opening = inner == null ? "" : ending + inner;
    String between = inner == null ? "," + style.commaGap() : "," + ending + inner;
    String closing = indent == null ? "" : ending + indent;
    text.append(value instanceof Sequence ? "[" : "{").append(opening);
    text.append(String.join(between, parts)).append(closing);
    text.append(value instanceof Sequence ? "]" : "}");
  }
}
