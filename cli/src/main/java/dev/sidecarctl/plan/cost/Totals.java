package dev.sidecarctl.plan.cost;

import java.math.BigDecimal;

/**
 * Sums over workloads.
 *
 * @param pods how many pods there are, but for those of DaemonSets
 * @param fleet what these ask for, without sidecars and with them
 * @param eachNode what the pods of DaemonSets ask for on each node
 */
public record Totals(int pods, Change fleet, Change eachNode) {

  /** Sums of CPU and memory without sidecars, and with them. */
  public record Change(Demand cpuBare, Demand cpuFull, Demand memoryBare, Demand memoryFull) {
    private static final Demand NOTHING = new Demand(BigDecimal.ZERO, BigDecimal.ZERO, true);

    static final Change NONE = new Change(NOTHING, NOTHING, NOTHING, NOTHING);

    /** So many pods of a kind. */
    public static Change of(PodCost bare, PodCost full, int pods) {
      return new Change(
          bare.cpu().times(pods),
          full.cpu().times(pods),
          bare.memory().times(pods),
          full.memory().times(pods));
    }

    Change and(Change other) {
      return new Change(
          cpuBare.and(other.cpuBare),
          cpuFull.and(other.cpuFull),
          memoryBare.and(other.memoryBare),
          memoryFull.and(other.memoryFull));
    }
  }

  /** Of no workload. */
  public static Totals none() {
    return new Totals(0, Change.NONE, Change.NONE);
  }

  /** Whether there is a DaemonSet among them that asks for anything. */
  public boolean hasNodes() {
    return eachNode.cpuFull().request().signum() != 0
        || eachNode.memoryFull().request().signum() != 0;
  }

  /** With the pods of one more workload. */
  public Totals with(PodCost bare, PodCost full, Replicas replicas) {
    Change change = Change.of(bare, full, replicas.pods());
    return replicas.from() == Replicas.From.NODE
        ? new Totals(pods, fleet, eachNode.and(change))
        : new Totals(pods + replicas.pods(), fleet.and(change), eachNode);
  }
}
