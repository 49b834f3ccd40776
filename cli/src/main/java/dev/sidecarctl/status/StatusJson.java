package dev.sidecarctl.status;

import dev.sidecarctl.inject.Inspector.Inspection;
import dev.sidecarctl.inject.WorkloadStatus;
import dev.sidecarctl.inject.WorkloadStatus.Sidecar;
import dev.sidecarctl.kubernetes.ResourceId;
import dev.sidecarctl.yaml.JsonText;
import java.util.List;

/**
 * Which workloads carry which sidecars, as JSON: {@code {"workloads": […]}}, a workload in each
 * line, with the keys that {@code docs/status.md} explains.
 */
public final class StatusJson {
  private final StringBuilder json = new StringBuilder();

  private StatusJson() {}

  /** The text, with a line end. */
  public static String of(List<Inspection> inspections) {
    StatusJson status = new StatusJson();
    status.json.append("{\"workloads\":[");
    String separator = "\n  ";
    for (Inspection inspection : inspections) {
      String file = inspection.injection().before().name();
      for (WorkloadStatus workload : inspection.workloads()) {
        status.json.append(separator);
        status.append(file, workload);
        separator = ",\n  ";
      }
    }
    return status.json.append("\n]}\n").toString();
  }

  private void append(String file, WorkloadStatus workload) {
    ResourceId id = workload.id();
    key('{', "file", file);
    if (workload.at().isPresent()) {
      int line = workload.at().get().source().position(workload.at().get().span().start()).line();
      json.append(",\"line\":").append(line);
    }
    key(',', "apiVersion", id.apiVersion());
    key(',', "kind", id.kind());
    key(',', "namespace", id.namespace());
    key(',', "name", id.name());
    if (!workload.unknown().isEmpty()) {
      key(',', "unknown", workload.unknown());
    }
    json.append(",\"sidecars\":[");
    String separator = "";
    for (Sidecar sidecar : workload.sidecars()) {
      json.append(separator);
      append(sidecar);
      separator = ",";
    }
    json.append("]}");
  }

  private void append(Sidecar sidecar) {
    key('{', "template", sidecar.template());
    key(',', "version", sidecar.version());
    json.append(",\"edited\":[");
    String separator = "";
    for (String edit : sidecar.edits()) {
      JsonText.quote(json.append(separator), edit);
      separator = ",";
    }
    json.append("]}");
  }

  private void key(char before, String key, String value) {
    JsonText.quote(json.append(before), key);
    JsonText.quote(json.append(':'), value);
  }
}
