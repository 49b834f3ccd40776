package dev.sidecarctl.kubernetes;

import dev.sidecarctl.yaml.FieldPath;
import java.util.List;
import java.util.Optional;

/**
 * The kinds whose objects make pods: those that this build knows, and those that a project adds.
 *
 * @param added custom resources, in any version of their group
 */
public record WorkloadKinds(List<WorkloadKind> added) {
  private static final WorkloadKinds BUILT_IN = new WorkloadKinds(List.of());

  /** Takes a copy. */
  public WorkloadKinds {
    added = List.copyOf(added);
  }

  /** Those that this build knows. */
  public static WorkloadKinds builtIn() {
    return BUILT_IN;
  }

  /** Whether this build knows a kind by itself, in whatever version. */
  public static boolean isBuiltIn(String group, String kind) {
    return KnownKinds.find(group, kind).isPresent();
  }

  /**
   * The way to the pod template of a kind that is no part of Kubernetes itself; empty for other
   * kinds, and for Knative's, whose pod templates an API server takes for something else.
   */
  public Optional<FieldPath> podTemplate(String apiVersion, String kind) {
    int slash = apiVersion.indexOf('/');
    Optional<KnownKinds.Row> row = find(slash < 0 ? "" : apiVersion.substring(0, slash), kind);
    if (row.isEmpty() || row.get().kind().isKnative() || row.get().kind().isBuiltIn()) {
      return Optional.empty();
    }
    return Optional.of(row.get().kind().podTemplate());
  }

  /** The row of a kind, whatever the version. */
  Optional<KnownKinds.Row> find(String group, String kind) {
    for (WorkloadKind custom : added) {
      if (custom.group().equals(group) && custom.kind().equals(kind)) {
        return Optional.of(new KnownKinds.Row(custom));
      }
    }
    return KnownKinds.find(group, kind);
  }
}
