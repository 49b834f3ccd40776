package dev.sidecarctl.kubernetes;

import dev.sidecarctl.yaml.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of kinds that make pods, matched by group and kind, and the versions served. */
final class KnownKinds {
  private static final FieldPath SPEC_TEMPLATE = FieldPath.of("spec", "template");
  private static final FieldPath JOB_TEMPLATE =
      FieldPath.of("spec", "jobTemplate", "spec", "template");
  private static final String OPENSHIFT = "apps.openshift.io";
  static final String KNATIVE = "serving.knative.dev";
  private static final String KRUISE = "apps.kruise.io";

  private static final List<Row> ROWS =
      List.of(
          new Row(new WorkloadKind("", "Pod", FieldPath.root(), true, false, true), "v1"),
          row("", "PodTemplate", FieldPath.of("template"), "v1"),
          row("", "ReplicationController", SPEC_TEMPLATE, "v1"),
          row("apps", "Deployment", SPEC_TEMPLATE, "v1"),
          row("apps", "StatefulSet", SPEC_TEMPLATE, "v1"),
          row("apps", "DaemonSet", SPEC_TEMPLATE, "v1"),
          row("apps", "ReplicaSet", SPEC_TEMPLATE, "v1"),
          new Row(new WorkloadKind("batch", "Job", SPEC_TEMPLATE, true, true, true), "v1"),
          new Row(new WorkloadKind("batch", "CronJob", JOB_TEMPLATE, true, true, false), "v1"),
          row(OPENSHIFT, "DeploymentConfig", SPEC_TEMPLATE, "v1"),
          row("argoproj.io", "Rollout", SPEC_TEMPLATE, "v1alpha1"),
          knative("Service"),
          knative("Configuration"),
          row(KRUISE, "CloneSet", SPEC_TEMPLATE, "v1alpha1", "v1beta1"),
          row(KRUISE, "StatefulSet", SPEC_TEMPLATE, "v1beta1", "v1alpha1"),
          row(KRUISE, "DaemonSet", SPEC_TEMPLATE, "v1alpha1", "v1beta1"));

  private KnownKinds() {}

  /** Every kind, each once. */
  static List<WorkloadKind> all() {
    List<WorkloadKind> kinds = new ArrayList<>(ROWS.size());
    for (Row row : ROWS) {
      kinds.add(row.kind());
    }
    return kinds;
  }

  /** The row of a kind, whatever the version; groups that a kind once lived in lead to it too. */
  static Optional<Row> find(String group, String kind) {
    String home = homeOf(group, kind);
    for (Row row : ROWS) {
      if (row.kind().kind().equals(kind) && row.kind().group().equals(home)) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  /**
   * The row of a kind of Kubernetes itself that an object claims to be in a group of Kubernetes
   * that has no such kind: {@code apps/v1 Pod}.
   */
  static Optional<Row> findMisplaced(String group, String kind) {
    boolean ofKubernetes =
        group.isEmpty()
            || group.equals("apps")
            || group.equals("batch")
            || group.equals("extensions");
    for (Row row : ROWS) {
      if (ofKubernetes && row.kind().kind().equals(kind) && row.kind().isBuiltIn()) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  /** Where a kind lives now: {@code extensions} went to {@code apps}, OpenShift's left the core. */
  private static String homeOf(String group, String kind) {
    if (group.equals("extensions")) {
      return "apps";
    }
    return group.isEmpty() && kind.equals("DeploymentConfig") ? OPENSHIFT : group;
  }

  private static Row row(String group, String kind, FieldPath template, String... versions) {
    return new Row(new WorkloadKind(group, kind, template, true, false, false), versions);
  }

  private static Row knative(String kind) {
    return new Row(new WorkloadKind(KNATIVE, kind, SPEC_TEMPLATE, false, false, false), "v1");
  }

  /**
   * A kind and the versions of it whose pod template this build can find.
   *
   * @param kind the kind
   * @param versions the one to move to first; empty where every version will do
   */
  record Row(WorkloadKind kind, List<String> versions) {
    Row(WorkloadKind kind, String... versions) {
      this(kind, List.of(versions));
    }

    /** Whether a version of a group is one of them. */
    boolean serves(String group, String version) {
      // Nothing of extensions is served any more; OpenShift's kinds are, in the core group too.
      return versions.isEmpty() || (!group.equals("extensions") && versions.contains(version));
    }

    /** The {@code apiVersion} to move to. */
    String preferred() {
      return (kind.group().isEmpty() ? "" : kind.group() + "/") + versions.get(0);
    }
  }
}
