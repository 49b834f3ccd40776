package dev.sidecarctl.check.workload;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.check.pod.LabelsCheck;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.kubernetes.LabelNames;
import dev.sidecarctl.kubernetes.Names;
import java.util.List;
import java.util.Set;

/** An object's {@code metadata} ({@code ValidateObjectMeta}), and what its kind asks of names. */
public final class MetadataCheck {
  private static final int RELAXED_SERVICE_NAMES = 36;
  private static final int LONGEST_CRON_JOB = 52;

  /** Kinds whose names may hold everything that a part of a path may. */
  private static final Set<String> PATH_SEGMENTS =
      Set.of("Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding");

  private static final Set<String> LABELS = Set.of("StatefulSet", "Namespace");
  private static final Set<String> WORKLOADS =
      Set.of("Deployment", "ReplicaSet", "ReplicationController", "Job", "CronJob");

  private final Field metadata;
  private final String kind;
  private final KubernetesVersion version;
  private final Findings findings;

  /**
   * @param kind of Kubernetes itself; empty for another one, whose names are not known
   */
  public MetadataCheck(Field metadata, String kind, KubernetesVersion version, Findings findings) {
    this.metadata = metadata;
    this.kind = kind;
    this.version = version;
    this.findings = findings;
  }

  /** Checks it all. */
  public void check() {
    name();
    Field namespace = metadata.key("namespace");
    if (!namespace.text().isEmpty()) {
      findings.invalid(namespace, Names.label(namespace.text()));
    }
    LabelsCheck labels = new LabelsCheck(findings);
    labels.labels(metadata.key("labels"));
    labels.annotations(metadata.key("annotations"));
    for (Field owner : metadata.items("ownerReferences")) {
      for (String key : List.of("apiVersion", "kind", "name", "uid")) {
        if (owner.key(key).isText() && owner.key(key).isEmpty()) {
          findings.invalid(owner.key(key), "must not be empty");
        }
      }
    }
    for (Field manager : metadata.items("managedFields")) {
      Field operation = manager.key("operation");
      if (!operation.says("Apply") && !operation.says("Update")) {
        findings.invalid(operation, "must be `Apply` or `Update`");
      }
      Field type = manager.key("fieldsType");
      if (!type.text().isEmpty() && !type.says("FieldsV1")) {
        findings.invalid(type, "must be `FieldsV1`");
      }
    }
    for (Field finalizer : metadata.items("finalizers")) {
      String text = finalizer.text();
      for (String reason : LabelNames.qualified(text)) {
        findings.invalid(finalizer, reason);
      }
      boolean standard = Set.of("kubernetes", "orphan", "foregroundDeletion").contains(text);
      if (text.indexOf('/') < 0 && !standard && !kind.isEmpty()) {
        findings.invalid(
            finalizer, "name is neither a standard finalizer name nor is it fully qualified");
      }
    }
  }

  private void name() {
    Field name = metadata.key("name");
    Field prefix = metadata.key("generateName");
    if (!prefix.text().isEmpty()) {
      String text = prefix.text();
      findings.invalid(prefix, reasons(text.endsWith("-") ? text + "a" : text));
    }
    if (name.isEmpty() && prefix.isEmpty()) {
      findings.required(name, "name or generateName is required");
    }
    if (name.text().isEmpty()) {
      return;
    }
    findings.invalid(name, reasons(name.text()));
    if (kind.equals("CronJob") && name.text().length() > LONGEST_CRON_JOB) {
      findings.invalid(name, "must be no more than 52 characters");
    }
    if (WORKLOADS.contains(kind) || kind.equals("Pod")) {
      hostName(name);
    }
  }

  private void hostName(Field name) {
    List<String> reasons = Names.label(name.text());
    if (!reasons.isEmpty()) {
      String where = kind.equals("Pod") ? "the Pod's hostname" : "Pod names and hostnames";
      findings.warning(
          name,
          "this is used in "
              + where
              + ", which can result in surprising behavior; a DNS label is recommended: ["
              + String.join(" ", reasons)
              + "]");
    }
  }

  private List<String> reasons(String name) {
    if (PATH_SEGMENTS.contains(kind) || kind.isEmpty()) {
      return pathSegment(name);
    }
    if (LABELS.contains(kind)) {
      return Names.label(name);
    }
    if (kind.equals("Service")) {
      return version.minor() >= RELAXED_SERVICE_NAMES ? Names.label(name) : Names.dns1035(name);
    }
    return Names.subdomain(name);
  }

  private static List<String> pathSegment(String name) {
    if (name.equals(".") || name.equals("..")) {
      return List.of("may not be '" + name + "'");
    }
    for (String bad : List.of("/", "%")) {
      if (name.contains(bad)) {
        return List.of("may not contain '" + bad + "'");
      }
    }
    return List.of();
  }
}
