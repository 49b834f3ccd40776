package dev.sidecarctl.yaml;

import java.util.Random;

/** Writes YAML and JSON at random, with everything that people do to it. */
final class RandomText {
  private static final String[] SCALARS = {
    "a", "'q'", "\"d\"", "12", "true", "null", "~", "a b", "http://x:80/y", "\uD83D\uDE00", "0644"
  };

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private int indent;
  private int dashOffset;
  private int gap;
  private boolean noisy;
  private int names;

  RandomText(Random random) {
    this.random = random;
  }

  String next() {
    text.setLength(0);
    indent = 1 + random.nextInt(4);
    dashOffset = random.nextInt(5);
    gap = random.nextInt(3) == 0 ? 1 + random.nextInt(4) : 1;
    noisy = random.nextBoolean();
    if (random.nextInt(4) == 0) {
      return json();
    }
    if (random.nextInt(8) == 0) {
      text.append(random.nextBoolean() ? "---\n" : "--- # doc\n");
    }
    if (random.nextInt(6) == 0) {
      sequence(0, 3, false);
    } else {
      mapping(0, 4, false);
    }
    if (random.nextInt(10) == 0) {
      text.append("...\n");
    }
    return finished(text.toString());
  }

  private String finished(String made) {
    String result = made;
    if (random.nextInt(4) == 0) {
      result = result.substring(0, result.length() - 1);
    } else if (random.nextInt(8) == 0) {
      result = result + "   ";
    }
    if (random.nextInt(5) == 0) {
      result = result.replace("\n", "\r\n");
    }
    return random.nextInt(12) == 0 ? "\uFEFF" + result : result;
  }

  private String json() {
    int kind = random.nextInt(3);
    String unit = kind == 0 ? null : kind == 1 ? "\t" : " ".repeat(1 + random.nextInt(4));
    json(unit, unit == null ? null : "", 4, true);
    return finished(text.append('\n').toString());
  }

  private void json(String unit, String at, int depth, boolean top) {
    int kind = top ? 0 : random.nextInt(depth > 0 ? 4 : 2) - (depth > 0 ? 0 : 2);
    if (kind < 0 || kind == 3) {
      text.append(random.nextBoolean() ? "1" : "\"s\"");
      return;
    }
    boolean list = kind == 1;
    int size = random.nextInt(top ? 3 : 4) + (top ? 1 : 0);
    text.append(list ? "[" : "{");
    for (int i = 0; i < size; i++) {
      text.append(i == 0 ? "" : ",").append(at == null ? "" : "\n" + at + unit);
      if (!list) {
        text.append("\"k").append(i).append(at == null ? "\":" : "\": ");
      }
      json(unit, at == null ? null : at + unit, depth - 1, false);
    }
    text.append(at == null || size == 0 ? "" : "\n" + at).append(list ? "]" : "}");
  }

  private void noise(int column) {
    if (!noisy || random.nextInt(4) > 0) {
      return;
    }
    int lines = 1 + random.nextInt(2);
    for (int i = 0; i < lines; i++) {
      if (random.nextBoolean()) {
        text.append(random.nextInt(4) == 0 ? "  \n" : "\n");
      } else {
        int at = random.nextBoolean() ? column : random.nextInt(column + 4);
        text.append(" ".repeat(at)).append("# c\n");
      }
    }
  }

  private void lineEnd() {
    if (noisy && random.nextInt(5) == 0) {
      text.append(random.nextBoolean() ? "  # t" : "  ");
    }
    text.append('\n');
  }

  /** Entries at a column; the first one may go on in a line begun. */
  private void mapping(int column, int depth, boolean begun) {
    int size = 1 + random.nextInt(3);
    for (int i = 0; i < size; i++) {
      if (i > 0 || !begun) {
        noise(column);
        text.append(" ".repeat(column));
      }
      if (i == 0 && random.nextBoolean()) {
        text.append("name: n").append(names++);
        lineEnd();
        continue;
      }
      text.append("k").append(i).append(':');
      value(column, depth - 1, false);
    }
  }

  private void sequence(int column, int depth, boolean begun) {
    int size = 1 + random.nextInt(3);
    for (int i = 0; i < size; i++) {
      if (i > 0 || !begun) {
        noise(column);
        text.append(" ".repeat(column));
      }
      text.append('-');
      value(column, depth - 1, true);
    }
  }

  private void value(int column, int depth, boolean item) {
    int kind = random.nextInt(depth > 0 ? 12 : 6);
    if (kind < 2) {
      text.append(' ').append(SCALARS[random.nextInt(SCALARS.length)]);
      lineEnd();
    } else if (kind == 2) {
      String[] empties = {" []", " {}", "", " null", " ~", " &a" + names++ + " []", " [ ]"};
      text.append(empties[random.nextInt(empties.length)]);
      lineEnd();
    } else if (kind == 3) {
      String[] flows = {
        " [a, b]",
        " {x: 1, y: [2]}",
        " [{name: a}, {name: b},]",
        " [a,b]",
        " [\n      a, # c\n      b\n     ]",
        " {\n      x: 1,\n      y: 2,\n     }"
      };
      text.append(flows[random.nextInt(flows.length)]);
      lineEnd();
    } else if (kind == 4) {
      literal(column);
    } else if (kind == 5) {
      text.append(" two\n").append(" ".repeat(column + 3)).append("lines");
      lineEnd();
    } else if (kind < 9) {
      block(column, depth, item, true);
    } else {
      block(column, depth, item, false);
    }
  }

  private void literal(int column) {
    String[] heads = {" |", " |-", " |+", " >", " |2"};
    int head = random.nextInt(5);
    int inner = head == 4 ? column + 2 : column + 1 + random.nextInt(3);
    text.append(heads[head]).append('\n');
    text.append(" ".repeat(inner)).append("l1\n");
    if (random.nextBoolean()) {
      text.append('\n').append(" ".repeat(inner)).append("# l2\n");
    }
    if (random.nextInt(3) == 0) {
      text.append('\n');
    }
  }

  private void block(int column, int depth, boolean item, boolean list) {
    if (item) {
      text.append(" ".repeat(gap));
      int inner = column + 1 + gap;
      if (list) {
        sequence(inner, depth, true);
      } else {
        mapping(inner, depth, true);
      }
      return;
    }
    lineEnd();
    if (list) {
      sequence(column + dashOffset, depth, false);
    } else {
      mapping(column + indent, depth, false);
    }
  }
}
