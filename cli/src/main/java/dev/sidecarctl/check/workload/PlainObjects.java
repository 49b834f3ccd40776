package dev.sidecarctl.check.workload;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.check.pod.ClaimCheck;
import dev.sidecarctl.kubernetes.Names;

/** What an API server demands of the objects that workloads most often stand beside. */
final class PlainObjects {
  private final Findings findings;

  PlainObjects(Findings findings) {
    this.findings = findings;
  }

  void check(Field object, String kind) {
    switch (kind) {
      case "ConfigMap" -> configMap(object);
      case "Secret" -> {
        keys(object.key("data"));
        keys(object.key("stringData"));
      }
      case "PersistentVolumeClaim" -> new ClaimCheck(findings).spec(object.key("spec"));
      default -> {
        // Its schema is all that is known of it.
      }
    }
  }

  private void configMap(Field object) {
    Field data = object.key("data");
    Field binary = object.key("binaryData");
    keys(data);
    keys(binary);
    for (Field entry : data.entries()) {
      if (binary.entry(entry.name()).isWritten()) {
        findings.invalid(
            entry, Findings.quoted(entry.name()), "duplicate of key present in binaryData");
      }
    }
  }

  private void keys(Field data) {
    for (Field entry : data.entries()) {
      for (String reason : Names.configKey(entry.name())) {
        findings.invalid(entry, Findings.quoted(entry.name()), reason);
      }
    }
  }
}
