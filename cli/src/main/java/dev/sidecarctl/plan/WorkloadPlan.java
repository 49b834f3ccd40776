package dev.sidecarctl.plan;

import dev.sidecarctl.inject.PodChange;
import dev.sidecarctl.inject.Preview;
import dev.sidecarctl.inject.Previewer.Previews;
import dev.sidecarctl.plan.cost.PodCost;
import dev.sidecarctl.plan.cost.PodSums;
import dev.sidecarctl.plan.cost.Replicas;
import dev.sidecarctl.plan.pod.PodSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What there is to tell of one workload.
 *
 * @param file the name of the input that it stands in
 * @param preview what would be done, and why
 * @param pod what its pod would be; empty where nothing could be planned
 */
public record WorkloadPlan(String file, Preview preview, Optional<Pod> pod) {

  /**
   * A pod as it would be.
   *
   * @param sheet what it is made of
   * @param bare what it asks for without sidecars
   * @param full what it asks for with them
   * @param replicas how many there are
   */
  public record Pod(PodSheet sheet, PodCost bare, PodCost full, Replicas replicas) {

    static Pod of(PodChange change) {
      return new Pod(
          PodSheet.of(change),
          PodSums.of(change.bare().mapping("spec")),
          PodSums.of(change.after().mapping("spec")),
          Replicas.of(change.workload()));
    }
  }

  /** The workloads of a source, in order. */
  public static List<WorkloadPlan> of(Previews previews) {
    List<WorkloadPlan> plans = new ArrayList<>();
    String file = previews.injection().before().name();
    for (Preview preview : previews.workloads()) {
      plans.add(new WorkloadPlan(file, preview, preview.pod().map(Pod::of)));
    }
    return plans;
  }

  /** Its pod, if sidecars are in it, or would be. */
  public Optional<Pod> podWithSidecars() {
    return pod.filter(one -> one.sheet().hasSidecar());
  }
}
