package dev.sidecarctl.layout;

import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.Value.Kind;
import dev.sidecarctl.yaml.Value.Mapping;
import dev.sidecarctl.yaml.Value.Scalar;
import dev.sidecarctl.yaml.Value.Sequence;
import java.util.Map;
import java.util.Random;

/** Data in brackets and braces: on one line, spread out, as JSON, or as it comes. */
final class RandomFlow {
  private final Random random;
  private final StringBuilder out;
  private final RandomScalarText scalars;
  private final Map<Value, String> anchors;
  private final boolean json;
  private final Habit habit;
  private final String unit;
  private int least;

  private enum Habit {
    TIGHT,
    LOOSE,
    SPREAD,
    WILD
  }

  RandomFlow(
      Random random,
      StringBuilder out,
      RandomScalarText scalars,
      Map<Value, String> anchors,
      boolean root) {
    this.random = random;
    this.out = out;
    this.scalars = scalars;
    this.anchors = anchors;
    this.json = random.nextInt(root ? 2 : 3) == 0;
    Habit[] habits = Habit.values();
    Habit picked = habits[random.nextInt(habits.length)];
    this.habit = json && picked == Habit.WILD ? Habit.SPREAD : picked;
    this.unit = random.nextInt(4) == 0 ? "\t" : " ".repeat(1 + random.nextInt(4));
  }

  /**
   * Writes a value.
   *
   * @param column the least that a further line must be indented by
   */
  void write(Value value, int column) {
    least = column;
    node(value, 1);
  }

  private void node(Value value, int level) {
    String known = json ? null : anchors.get(value);
    if (known != null && random.nextInt(3) > 0) {
      out.append('*').append(known).append(' ');
    } else if (value instanceof Scalar scalar) {
      scalar(scalar);
    } else if (value instanceof Sequence sequence) {
      sequence(sequence, level);
    } else {
      mapping((Mapping) value, level);
    }
  }

  private void sequence(Sequence sequence, int level) {
    out.append('[');
    boolean first = true;
    for (Value item : sequence.items()) {
      if (!first) {
        out.append(',');
      }
      gap(level, first);
      if (!json && random.nextInt(20) == 0 && isPair(item)) {
        entry(((Mapping) item).entries().entrySet().iterator().next(), level);
      } else {
        node(item, level + 1);
      }
      first = false;
    }
    end(level, first, ']');
  }

  private static boolean isPair(Value value) {
    return value instanceof Mapping mapping && mapping.entries().size() == 1;
  }

  private void mapping(Mapping mapping, int level) {
    out.append('{');
    boolean first = true;
    for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
      if (!first) {
        out.append(',');
      }
      gap(level, first);
      entry(entry, level);
      first = false;
    }
    end(level, first, '}');
  }

  private void entry(Map.Entry<String, Value> entry, int level) {
    if (json) {
      out.append(quoted(entry.getKey())).append(habit == Habit.TIGHT ? ":" : ": ");
    } else {
      out.append(scalars.key(entry.getKey())).append(": ");
      if (habit == Habit.WILD && random.nextInt(10) == 0) {
        blanks();
      }
    }
    node(entry.getValue(), level + 1);
  }

  private void gap(int level, boolean first) {
    switch (habit) {
      case TIGHT -> {}
      case LOOSE -> out.append(first ? "" : " ");
      case SPREAD -> newLine(level);
      case WILD -> blanks();
    }
  }

  private void newLine(int level) {
    if (!json && random.nextInt(12) == 0) {
      out.append(" # f").append(random.nextInt(100));
    }
    out.append('\n').append(" ".repeat(least)).append(unit.repeat(level));
  }

  private void blanks() {
    switch (random.nextInt(6)) {
      case 0 -> out.append('\n').append(" ".repeat(least + random.nextInt(6)));
      case 1 -> out.append(" # f\n").append(" ".repeat(least + random.nextInt(6)));
      case 2 ->
          out.append("\n\n")
              .append(" ".repeat(least + random.nextInt(3)))
              .append("# f\n")
              .append(" ".repeat(least));
      case 3 -> out.append("  ");
      case 4 -> out.append('\t');
      default -> out.append(' ');
    }
  }

  private void end(int level, boolean empty, char bracket) {
    if (!json && !empty && random.nextInt(6) == 0) {
      out.append(',');
    }
    if (habit == Habit.SPREAD && !empty) {
      newLine(level - 1);
    } else if (habit == Habit.WILD) {
      blanks();
    }
    out.append(bracket);
  }

  private void scalar(Scalar scalar) {
    if (json) {
      out.append(scalar.kind() == Kind.STRING ? quoted(scalar.text()) : scalar.text());
    } else if (scalar.kind() == Kind.STRING) {
      out.append(scalars.flow(scalar.text(), least, habit == Habit.WILD));
    } else {
      out.append(scalars.typed(scalar));
    }
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || (c >= '\u007f' && c < '\u00a0') || c == '\u2028' || c == '\u2029') {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
