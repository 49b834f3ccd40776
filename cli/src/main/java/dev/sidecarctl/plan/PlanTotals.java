package dev.sidecarctl.plan;

import dev.sidecarctl.inject.Outcome;
import dev.sidecarctl.plan.cost.Totals;
import java.util.List;

/**
 * Sums over the workloads of a plan.
 *
 * @param workloads how many there are
 * @param withSidecars how many of them have sidecars, or would have
 * @param changed how many would change
 * @param refused how many would be refused
 * @param sums of CPU and memory, over those with sidecars
 */
public record PlanTotals(int workloads, int withSidecars, int changed, int refused, Totals sums) {

  /** The sums of these workloads. */
  public static PlanTotals of(List<WorkloadPlan> workloads) {
    Totals sums = Totals.none();
    int withSidecars = 0;
    int changed = 0;
    int refused = 0;
    for (WorkloadPlan workload : workloads) {
      Outcome outcome = workload.preview().outcome();
      changed += outcome.isChange() ? 1 : 0;
      refused += outcome instanceof Outcome.Refused ? 1 : 0;
      if (workload.podWithSidecars().isPresent()) {
        WorkloadPlan.Pod pod = workload.podWithSidecars().get();
        sums = sums.with(pod.bare(), pod.full(), pod.replicas());
        withSidecars++;
      }
    }
    return new PlanTotals(workloads.size(), withSidecars, changed, refused, sums);
  }
}
