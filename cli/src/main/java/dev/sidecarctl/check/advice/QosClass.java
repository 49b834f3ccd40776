package dev.sidecarctl.check.advice;

import dev.sidecarctl.check.finding.FaultType;
import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.kubernetes.Quantities;
import java.util.List;
import java.util.Optional;

/**
 * The Guaranteed class of pods, which are the last to be evicted ({@code
 * pkg/apis/core/helper/qos}).
 */
public final class QosClass {
  private static final List<String> RESOURCES = List.of("cpu", "memory");

  private QosClass() {}

  /**
   * Warns of a pod that loses the class.
   *
   * @param before the pod as it was
   * @param after the pod as it comes out
   */
  public static void check(Field before, Field after, Findings findings) {
    Optional<Field> lost = obstacle(after);
    if (obstacle(before).isEmpty() && lost.isPresent()) {
      findings.advice(
          FaultType.QOS_LOST,
          lost.get(),
          "the pod was Guaranteed, and is only Burstable with this",
          "give the sidecar limits for cpu and memory, and requests that equal them");
    }
    Field resources = after.path("spec", "resources");
    if (resources.isSet() && before.path("spec", "resources").isSet()) {
      for (String list : List.of("initContainers", "containers")) {
        int more = after.key("spec").items(list).size() - before.key("spec").items(list).size();
        if (more > 0) {
          findings.advice(
              FaultType.BUDGET_SHARED,
              resources,
              "the pod's own requests and limits are now for the sidecar, too",
              "raise them by what the sidecar needs");
          return;
        }
      }
    }
  }

  /** The first field for which a pod is not Guaranteed; empty if it is. */
  private static Optional<Field> obstacle(Field pod) {
    Field spec = pod.key("spec");
    for (String list : List.of("containers", "initContainers")) {
      for (Field container : spec.items(list)) {
        for (String name : RESOURCES) {
          Field limit = container.path("resources", "limits").entry(name);
          Field request = container.path("resources", "requests").entry(name);
          if (!limit.isSet()) {
            return Optional.of(limit);
          }
          if (request.isSet() && !Quantities.same(request.scalarText(), limit.scalarText())) {
            return Optional.of(request);
          }
        }
      }
    }
    return spec.items("containers").isEmpty() ? Optional.of(spec) : Optional.empty();
  }
}
