package dev.sidecarctl.inject;

import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.merge.InjectionPlan;
import dev.sidecarctl.merge.InjectionRecord;
import dev.sidecarctl.merge.WorkloadMerge;
import dev.sidecarctl.text.Source;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes sidecars out of the workloads of a source. */
public final class Ejector {
  private final EjectionRequest request;

  private Ejector(EjectionRequest request) {
    this.request = request;
  }

  /** Never throws for what a text says: that comes back as diagnostics. */
  public static Injection eject(Source source, EjectionRequest request) {
    return SourceWalk.walk(source, request.source(), new Ejector(request)::change);
  }

  private WorkloadChange change(Workload workload) {
    InjectionRecord record = StatusAnnotation.read(workload.manifest());
    WorkloadMerge merge = new WorkloadMerge(workload.pod(), record);
    Set<String> removed = new LinkedHashSet<>(record.names());
    if (!request.templates().isEmpty()) {
      removed.retainAll(request.templates());
    }
    if (removed.isEmpty()) {
      String reason =
          request.templates().isEmpty()
              ? "nothing was injected"
              : "carries no " + String.join(", ", request.templates());
      return WorkloadChange.none(workload, merge, record, new Outcome.Skipped(reason));
    }
    InjectionPlan plan = merge.eject(removed, request.policies());
    return new WorkloadChange(
        workload,
        merge,
        record,
        plan.pod(),
        plan.replaced(),
        plan.record(),
        new Outcome.Removed(List.copyOf(removed)),
        plan.diagnostics(),
        Optional.empty());
  }
}
