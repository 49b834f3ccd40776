package dev.sidecarctl.cases;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Slips of hands, editors and tools: a text with a few places of it changed at random. */
final class Mutation {
  private static final List<String> SNIPPETS =
      List.of(
          "\t",
          " ",
          "  ",
          "\n",
          "\r\n",
          "\r",
          "\n\n",
          ":",
          ": ",
          "- ",
          "-",
          "---\n",
          "...\n",
          "# c",
          " #",
          "{",
          "}",
          "[",
          "]",
          ",",
          "\"",
          "'",
          "|",
          ">-\n",
          "&a ",
          "*a",
          "!!str ",
          "!",
          "%YAML 1.2\n",
          "<<: *a\n",
          "? ",
          "~",
          "null",
          "true",
          "0x1F",
          ".inf",
          "1e3",
          "{{ .Values.x }}",
          "$(params.x)",
          "$(container.port)",
          "\uFEFF",
          "\u2028",
          "\u0085",
          "\u0000",
          "\u0001",
          "\uD83D\uDE00",
          "\uAC12",
          "\\",
          "\\x",
          "@",
          "`",
          "kind: Pod\n",
          "name: web\n",
          "containers:\n",
          "a: &a {b: c}\n");

  private final Random random;
  private final List<String> others;

  /**
   * @param random decides everything
   * @param others texts that lines are taken over from
   */
  Mutation(Random random, List<String> others) {
    this.random = random;
    this.others = others;
  }

  /** The text with one to four changes. */
  String of(String text) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = random.nextInt(4); i >= 0; i--) {
      change(changed);
    }
    return changed.toString();
  }

  private void change(StringBuilder text) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + 1 + random.nextInt(8));
    switch (random.nextInt(9)) {
      case 0, 1 -> text.insert(at, SNIPPETS.get(random.nextInt(SNIPPETS.size())));
      case 2 -> text.delete(at, end);
      case 3 -> text.replace(at, end, SNIPPETS.get(random.nextInt(SNIPPETS.size())));
      case 4 -> changeLines(text, lines -> lines.remove(random.nextInt(lines.size())));
      case 5 -> changeLines(text, lines -> lines.add(place(lines), lines.get(place(lines) / 2)));
      case 6 -> changeLines(text, lines -> lines.add(place(lines), foreignLine()));
      case 7 -> changeLines(text, this::indent);
      default -> text.setLength(random.nextInt(4) == 0 ? at : text.length());
    }
  }

  private interface LinesChange {
    void to(List<String> lines);
  }

  private static void changeLines(StringBuilder text, LinesChange change) {
    List<String> lines = new ArrayList<>(List.of(text.toString().split("(?<=\n)", -1)));
    change.to(lines);
    text.setLength(0);
    lines.forEach(text::append);
  }

  private int place(List<String> lines) {
    return random.nextInt(lines.size() + 1);
  }

  private String foreignLine() {
    String[] lines = others.get(random.nextInt(others.size())).split("(?<=\n)", -1);
    return lines[random.nextInt(lines.length)];
  }

  private void indent(List<String> lines) {
    int at = random.nextInt(lines.size());
    String line = lines.get(at);
    boolean in = random.nextBoolean() || !line.startsWith("  ");
    lines.set(at, in ? "  " + line : line.substring(2));
  }

  /** The text as bytes, in one of twenty times with a byte that does not belong there. */
  byte[] bytes(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0 && random.nextInt(20) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }
}
