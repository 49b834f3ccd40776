package dev.sidecarctl.status;

import dev.sidecarctl.diagnostic.Palette;
import dev.sidecarctl.diagnostic.TextTable;
import dev.sidecarctl.inject.Inspector.Inspection;
import dev.sidecarctl.inject.WorkloadStatus;
import dev.sidecarctl.inject.WorkloadStatus.Sidecar;
import java.util.ArrayList;
import java.util.List;

/** Which workloads carry which sidecars, as a table: a line for each sidecar of each workload. */
public final class StatusTable {
  private static final String NONE = "-";
  private static final List<String> HEAD =
      List.of("FILE", "WORKLOAD", "SIDECAR", "VERSION", "STATE");

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
    return table.rows.isEmpty() ? "" : TextTable.of(HEAD, table.rows, palette);
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
}
