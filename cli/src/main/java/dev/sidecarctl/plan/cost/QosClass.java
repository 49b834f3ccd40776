package dev.sidecarctl.plan.cost;

/**
 * Whom a node that runs out of memory sends away first (GetPodQOS of {@code
 * k8s.io/kubernetes/pkg/apis/core/v1/helper/qos}).
 */
public enum QosClass {
  /** Every container has limits of CPU and memory, and requests that are the same. */
  GUARANTEED("Guaranteed"),
  /** Some container has a request or a limit. */
  BURSTABLE("Burstable"),
  /** No container says anything: the first to go. */
  BEST_EFFORT("BestEffort");

  private final String word;

  QosClass(String word) {
    this.word = word;
  }

  /** As Kubernetes writes it. */
  public String word() {
    return word;
  }
}
