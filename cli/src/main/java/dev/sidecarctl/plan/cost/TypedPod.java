package dev.sidecarctl.plan.cost;

import dev.sidecarctl.kubernetes.Quantities;
import dev.sidecarctl.yaml.Value;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A pod's {@code spec} in fabric8's types, as far as the sums need it. Amounts that are no
 * quantities are left out: the checks tell of them.
 */
final class TypedPod {
  private TypedPod() {}

  static PodSpec of(Value.Mapping spec) {
    PodSpec pod = new PodSpec();
    pod.setContainers(containers(spec.sequence("containers")));
    pod.setInitContainers(containers(spec.sequence("initContainers")));
    pod.setOverhead(amounts(spec.mapping("overhead")));
    pod.setResources(resources(spec.mapping("resources")));
    return pod;
  }

  private static List<Container> containers(Value.Sequence list) {
    List<Container> containers = new ArrayList<>();
    for (Value item : list.items()) {
      if (item instanceof Value.Mapping mapping) {
        Container container = new Container();
        mapping.findText("name").ifPresent(container::setName);
        mapping.findText("restartPolicy").ifPresent(container::setRestartPolicy);
        container.setResources(resources(mapping.mapping("resources")));
        containers.add(container);
      }
    }
    return containers;
  }

  private static ResourceRequirements resources(Value.Mapping mapping) {
    ResourceRequirements resources = new ResourceRequirements();
    resources.setRequests(amounts(mapping.mapping("requests")));
    resources.setLimits(amounts(mapping.mapping("limits")));
    return resources;
  }

  private static Map<String, Quantity> amounts(Value.Mapping mapping) {
    Map<String, Quantity> amounts = new LinkedHashMap<>();
    for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
      if (entry.getValue() instanceof Value.Scalar scalar && !scalar.isNull()) {
        // fabric8 does not read every text that a server reads, such as ".": first in one form.
        Quantities.canonical(scalar.text())
            .ifPresent(amount -> amounts.put(entry.getKey(), new Quantity(amount)));
      }
    }
    return amounts;
  }
}
