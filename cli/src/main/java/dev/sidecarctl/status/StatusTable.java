package dev.sidecarctl.status;

import dev.sidecarctl.diagnostic.DisplayWidth;
import dev.sidecarctl.diagnostic.Palette;
import dev.sidecarctl.diagnostic.PrintableText;
import dev.sidecarctl.inject.Inspector.Inspection;
import dev.sidecarctl.inject.WorkloadStatus;
import dev.sidecarctl.inject.WorkloadStatus.Sidecar;
import java.util.ArrayList;
import java.util.List;

/** Which workloads carry which sidecars, as a table: a line for each sidecar of each workload. */
public final class StatusTable {
  private static final String NONE = "-";
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  private StatusTable() {}

  /** The table; empty where there is no workload. */
  public static String of(List<Inspection> inspections, Palette palette) {
    StatusTable table = new StatusTable();
    for (Inspection inspection : inspections) {
      String file = inspection.injection().before().name();
      for (WorkloadStatus workload : inspection.workloads()) {
        table.add(file, workload);
      }
    }
    return table.rows.isEmpty() ? "" : table.print(palette);
  }

  private void add(String file, WorkloadStatus workload) {
    String name = workload.id().describe();
    if (workload.sidecars().isEmpty()) {
      boolean told = !workload.unknown().isEmpty();
      rows.add(List.of(file, name, NONE, NONE, told ? workload.unknown() : "no sidecar"));
    }
    for (Sidecar sidecar : workload.sidecars()) {
      String version = sidecar.version().isEmpty() ? NONE : sidecar.version();
      String state =
          sidecar.edits().isEmpty()
              ? "as injected"
              : "edited: " + String.join(", ", sidecar.edits());
      rows.add(List.of(file, name, sidecar.template(), version, state));
    }
  }

  private String print(Palette palette) {
    List<String> head = List.of("FILE", "WORKLOAD", "SIDECAR", "VERSION", "STATE");
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
