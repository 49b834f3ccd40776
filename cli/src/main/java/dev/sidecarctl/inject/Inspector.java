package dev.sidecarctl.inject;

import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.kubernetes.ResourceId;
import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.merge.InjectionRecord;
import dev.sidecarctl.merge.WorkloadMerge;
import dev.sidecarctl.text.Source;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Reads what was injected into the workloads of a source, and changes nothing. */
public final class Inspector {
  private final IdentityHashMap<ResourceId, WorkloadStatus> known = new IdentityHashMap<>();

  /**
   * What was found.
   *
   * @param injection the source as it is, and what is wrong with it
   * @param workloads in order, those that are passed over among them
   */
  public record Inspection(Injection injection, List<WorkloadStatus> workloads) {}

  private Inspector() {}

  /** Never throws for what a text says: that comes back as diagnostics. */
  public static Inspection inspect(Source source, SourceSettings settings) {
    Inspector inspector = new Inspector();
    Injection injection = SourceWalk.walkInOrder(source, settings, inspector::look);
    List<WorkloadStatus> all = new ArrayList<>();
    for (WorkloadResult result : injection.workloads()) {
      WorkloadStatus status = inspector.known.get(result.id());
      all.add(status == null ? unknown(result) : status);
    }
    return new Inspection(injection, all);
  }

  private WorkloadChange look(Workload workload) {
    InjectionRecord record = StatusAnnotation.read(workload.manifest());
    WorkloadMerge merge = new WorkloadMerge(workload.pod(), record);
    List<WorkloadStatus.Sidecar> sidecars = new ArrayList<>();
    for (String name : record.names()) {
      sidecars.add(new WorkloadStatus.Sidecar(name, record.version(name), merge.edits(name)));
    }
    Optional<Location> at = Optional.ofNullable(workload.nameLocation());
    known.put(workload.id(), new WorkloadStatus(workload.id(), at, sidecars, ""));
    return WorkloadChange.none(
        workload, merge, record, new Outcome.UpToDate(record.names()), List.of());
  }

  private static WorkloadStatus unknown(WorkloadResult result) {
    boolean refused = result.outcome() instanceof Outcome.Refused;
    String why = refused ? "its record cannot be read" : result.outcome().detail();
    return new WorkloadStatus(result.id(), Optional.empty(), List.of(), why);
  }
}
