package dev.sidecarctl.diagnostic;

import java.util.List;

/** A table in columns, as wide as what stands in them. */
public final class TextTable {
  private static final String GAP = "  ";

  private TextTable() {}

  /** The table as text, its head first. */
  public static String of(List<String> head, List<List<String>> rows, Palette palette) {
    int[] widths = new int[head.size()];
    widen(widths, head);
    for (List<String> row : rows) {
      widen(widths, row);
    }
    StringBuilder out = new StringBuilder();
    out.append(palette.bold(line(head, widths))).append('\n');
    for (List<String> row : rows) {
      out.append(line(row, widths)).append('\n');
    }
    return out.toString();
  }

  private static void widen(int[] widths, List<String> cells) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], DisplayWidth.of(PrintableText.of(cells.get(i))));
    }
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = PrintableText.of(cells.get(i));
      line.append(cell);
      if (i < widths.length - 1) {
        line.append(" ".repeat(widths[i] - DisplayWidth.of(cell))).append(GAP);
      }
    }
    return line.toString();
  }
}
