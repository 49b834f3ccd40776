package dev.sidecarctl.check.workload;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.check.pod.ClaimCheck;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.kubernetes.Names;
import java.util.List;

/** What an API server demands of the objects that workloads most often stand beside. */
final class PlainObjects {
  private final Findings findings;
  private final KubernetesVersion version;

  PlainObjects(Findings findings, KubernetesVersion version) {
    this.findings = findings;
    this.version = version;
  }

  void check(Field object, String kind) {
    switch (kind) {
      case "ConfigMap" -> configMap(object);
      case "Secret" -> secret(object);
      case "Service" -> new ServiceCheck(findings, version).check(object);
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

  private void secret(Field object) {
    keys(object.key("data"));
    keys(object.key("stringData"));
    for (String key : needed(object.key("type").text())) {
      if (!object.key("data").entry(key).isWritten()
          && !object.key("stringData").entry(key).isWritten()) {
        findings.required(object.key("data").entry(key));
      }
    }
  }

  /** The keys that a type of Secret must have. */
  private static List<String> needed(String type) {
    return switch (type) {
      case "kubernetes.io/tls" -> List.of("tls.crt", "tls.key");
      case "kubernetes.io/dockerconfigjson" -> List.of(".dockerconfigjson");
      case "kubernetes.io/dockercfg" -> List.of(".dockercfg");
      case "kubernetes.io/ssh-auth" -> List.of("ssh-privatekey");
      default -> List.of();
    };
  }

  private void keys(Field data) {
    for (Field entry : data.entries()) {
      for (String reason : Names.configKey(entry.name())) {
        findings.invalid(entry, Findings.quoted(entry.name()), reason);
      }
    }
  }
}
