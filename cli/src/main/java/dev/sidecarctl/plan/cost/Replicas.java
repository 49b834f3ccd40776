package dev.sidecarctl.plan.cost;

import dev.sidecarctl.kubernetes.ResourceId;
import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.yaml.Value;
import java.util.Optional;

/**
 * How many pods a workload makes at a time.
 *
 * @param pods how many; of a DaemonSet one, that on each node
 * @param from what says so
 */
public record Replicas(int pods, From from) {

  /** What says how many pods there are. */
  public enum From {
    /** The manifest, in {@code replicas} or {@code parallelism}. */
    MANIFEST,
    /** Nothing: it is the default, or there is no more than one. */
    DEFAULT,
    /** There is one on each node. */
    NODE
  }

  /** The pods of a workload, as far as its manifest tells. */
  public static Replicas of(Workload workload) {
    ResourceId id = workload.id();
    if (id.kind().equals("DaemonSet")) {
      return new Replicas(1, From.NODE);
    }
    Value.Mapping spec = workload.manifest().mapping("spec");
    Optional<Value> said =
        switch (id.kind()) {
          case "Pod", "PodTemplate" -> Optional.empty();
          case "Job" -> spec.find("parallelism");
          case "CronJob" -> spec.mapping("jobTemplate").mapping("spec").find("parallelism");
          default -> spec.find("replicas");
        };
    if (said.isPresent()
        && said.get() instanceof Value.Scalar scalar
        && scalar.kind() == Value.Kind.INTEGER) {
      try {
        return new Replicas(Math.max(0, Integer.parseInt(scalar.text())), From.MANIFEST);
      } catch (NumberFormatException e) {
        return new Replicas(1, From.DEFAULT);
      }
    }
    return new Replicas(1, From.DEFAULT);
  }
}
