package dev.sidecarctl.inject;

import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.kubernetes.ResourceId;
import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.yaml.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pods of a workload whose labels change.
 *
 * @param workload whose pods they are
 * @param name where its name stands; null for one that code made
 * @param before the labels as they are
 * @param after the labels as they are to be
 */
public record LabelChange(
    ResourceId workload, @Nullable Location name, Value.Mapping before, Value.Mapping after) {

  /** What a change does to the labels; empty if it leaves them alone. */
  static Optional<LabelChange> of(WorkloadChange change) {
    Workload workload = change.workload();
    Value.Mapping before = labels(workload.pod());
    Value.Mapping after = labels(change.pod());
    return change.refused() || before.equals(after)
        ? Optional.empty()
        : Optional.of(new LabelChange(workload.id(), workload.nameLocation(), before, after));
  }

  private static Value.Mapping labels(Value.Mapping pod) {
    return pod.mapping("metadata").mapping("labels");
  }
}
