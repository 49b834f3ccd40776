package dev.sidecarctl.inject;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.merge.InjectionRecord;
import dev.sidecarctl.merge.ItemPath;
import dev.sidecarctl.merge.WorkloadMerge;
import dev.sidecarctl.project.WarningRules;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of one workload, before any text is edited.
 *
 * @param workload the workload as it is
 * @param merge the merge that planned it; knows which items are ours
 * @param before the record as it is
 * @param pod the pod template as it is to be
 * @param replaced items that are to stand in place of something of the user's
 * @param after the record as it is to be, its {@code was} still that of {@code before}
 * @param outcome what is said of it
 * @param diagnostics conflicts and warnings
 * @param check what is still to be asked of the pod template as it is to be
 */
record WorkloadChange(
    Workload workload,
    WorkloadMerge merge,
    InjectionRecord before,
    Value.Mapping pod,
    Set<ItemPath> replaced,
    InjectionRecord after,
    Outcome outcome,
    List<Diagnostic> diagnostics,
    Optional<ResultCheck> check) {

  /** A workload that stays as it is. */
  static WorkloadChange none(
      Workload workload, WorkloadMerge merge, InjectionRecord record, Outcome outcome) {
    return none(workload, merge, record, outcome, List.of());
  }

  /** A workload that stays as it is, with something to say. */
  static WorkloadChange none(
      Workload workload,
      WorkloadMerge merge,
      InjectionRecord record,
      Outcome outcome,
      List<Diagnostic> diagnostics) {
    return new WorkloadChange(
        workload,
        merge,
        record,
        workload.pod(),
        Set.of(),
        record,
        outcome,
        diagnostics,
        Optional.empty());
  }

  /** The same with what an API server would say of the result, if that is to be asked. */
  WorkloadChange checked() {
    if (check.isEmpty()) {
      return this;
    }
    List<Diagnostic> all = new ArrayList<>(diagnostics);
    all.addAll(check.get().diagnostics());
    return new WorkloadChange(
        workload, merge, before, pod, replaced, after, outcome, all, Optional.empty());
  }

  /** The same with what a project's rules make of its warnings. */
  WorkloadChange judgedBy(WarningRules rules) {
    return new WorkloadChange(
        workload, merge, before, pod, replaced, after, outcome, rules.judge(diagnostics), check);
  }

  /** A change is a key while its document is edited, and equals itself alone. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  /** Whether something forbids it. */
  boolean refused() {
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.isError()) {
        return true;
      }
    }
    return false;
  }

  /** What the workload's line says besides. */
  String note() {
    return !refused() && outcome.isChange() && workload.kind().immutable()
        ? "a cluster does not take this change of an existing "
            + workload.id().kind()
            + ": delete and recreate it"
        : "";
  }
}
