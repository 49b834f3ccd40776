package dev.sidecarctl.inject;

import dev.sidecarctl.check.ObjectFinder.ManifestObject;
import dev.sidecarctl.check.finding.FaultType;
import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.kubernetes.Quantities;
import dev.sidecarctl.kubernetes.Workload;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the containers that come in are to the autoscalers, quotas and limits of their namespace.
 */
final class NeighbourAdvice {
  private static final List<String> COMPUTE = List.of("cpu", "memory");

  private final Workload workload;
  private final Neighbours neighbours;
  private final String namespace;

  NeighbourAdvice(Workload workload, Neighbours neighbours) {
    this.workload = workload;
    this.neighbours = neighbours;
    this.namespace = workload.id().namespace();
  }

  void check(Field before, Field after, Findings findings) {
    List<Field> added = added(before, after);
    if (!added.isEmpty()) {
      autoscalers(added, findings);
      quotas(added, findings);
      limits(added, findings);
    }
    new References(neighbours, namespace).check(before, after, findings);
  }

  /** Containers that are there for good: ordinary ones and native sidecars. */
  private static List<Field> added(Field before, Field after) {
    Set<String> names = new HashSet<>();
    for (Field container : running(before)) {
      names.add(container.key("name").text());
    }
    List<Field> added = new ArrayList<>();
    for (Field container : running(after)) {
      if (!names.contains(container.key("name").text())) {
        added.add(container);
      }
    }
    return added;
  }

  private static List<Field> running(Field pod) {
    List<Field> running = new ArrayList<>();
    for (Field container : pod.key("spec").items("initContainers")) {
      if (container.key("restartPolicy").says("Always")) {
        running.add(container);
      }
    }
    running.addAll(pod.key("spec").items("containers"));
    return running;
  }

  private void autoscalers(List<Field> added, Findings findings) {
    for (ManifestObject object : neighbours.ofKind("HorizontalPodAutoscaler", namespace)) {
      Field spec = Field.root(object.value()).key("spec");
      Field target = spec.key("scaleTargetRef");
      if (!target.key("kind").says(workload.id().kind())
          || !target.key("name").says(workload.id().name())) {
        continue;
      }
      for (String resource : scaledBy(spec)) {
        for (Field container : added) {
          autoscaled(container, resource, object, findings);
        }
      }
    }
  }

  private static Set<String> scaledBy(Field spec) {
    Set<String> resources = new HashSet<>();
    if (spec.key("targetCPUUtilizationPercentage").isSet()) {
      resources.add("cpu");
    }
    for (Field metric : spec.items("metrics")) {
      boolean utilization =
          metric.path("resource", "target", "type").says("Utilization")
              || metric.path("resource", "targetAverageUtilization").isSet();
      if (metric.key("type").says("Resource") && utilization) {
        resources.add(metric.path("resource", "name").text());
      }
    }
    return resources;
  }

  private static void autoscaled(
      Field container, String resource, ManifestObject scaler, Findings findings) {
    Field name = container.key("name");
    if (hasRequest(container, resource)) {
      findings.advice(
          FaultType.AUTOSCALER_SHIFTED,
          name,
          scaler.id().describe()
              + " scales on the average of all containers: the request for "
              + resource
              + " of this one shifts it",
          "let it scale on a ContainerResource of the application's container");
    } else {
      findings.advice(
          FaultType.RESOURCES_MISSING,
          name,
          scaler.id().describe()
              + " cannot scale pods that have a container without a request for "
              + resource,
          "give it one");
    }
  }

  private static boolean hasRequest(Field container, String resource) {
    return container.path("resources", "requests").entry(resource).isSet()
        || container.path("resources", "limits").entry(resource).isSet();
  }

  private void quotas(List<Field> added, Findings findings) {
    for (ManifestObject object : neighbours.ofKind("ResourceQuota", namespace)) {
      Field hard = Field.root(object.value()).path("spec", "hard");
      for (Field container : added) {
        for (String resource : COMPUTE) {
          boolean requests =
              hard.entry("requests." + resource).isSet() || hard.entry(resource).isSet();
          boolean limits = hard.entry("limits." + resource).isSet();
          boolean limited = container.path("resources", "limits").entry(resource).isSet();
          boolean unmet = (requests && !hasRequest(container, resource)) || (limits && !limited);
          if (unmet && !hasDefault(resource)) {
            findings.advice(
                FaultType.RESOURCES_MISSING,
                container.key("name"),
                object.id().describe()
                    + " refuses pods that have a container without a "
                    + (limits && !limited ? "limit" : "request")
                    + " for "
                    + resource,
                "give it one");
          }
        }
      }
    }
  }

  /** Whether a LimitRange of the namespace puts in what a container does not say. */
  private boolean hasDefault(String resource) {
    for (ManifestObject object : neighbours.ofKind("LimitRange", namespace)) {
      for (Field limit : Field.root(object.value()).key("spec").items("limits")) {
        if (limit.key("default").entry(resource).isSet()) {
          return true;
        }
      }
    }
    return false;
  }

  private void limits(List<Field> added, Findings findings) {
    for (ManifestObject object : neighbours.ofKind("LimitRange", namespace)) {
      for (Field range : Field.root(object.value()).key("spec").items("limits")) {
        if (range.key("type").says("Container")) {
          for (Field container : added) {
            range(container, range, object, findings);
          }
        }
      }
    }
  }

  private static void range(
      Field container, Field range, ManifestObject object, Findings findings) {
    for (String resource : COMPUTE) {
      Field limit = container.path("resources", "limits").entry(resource);
      Field request = container.path("resources", "requests").entry(resource);
      Field asked = request.isSet() ? request : limit;
      compare(
          asked,
          range.key("min").entry(resource),
          -1,
          object,
          "lower than the minimum of ",
          findings);
      compare(
          limit,
          range.key("max").entry(resource),
          1,
          object,
          "higher than the maximum of ",
          findings);
      Field ratio = range.key("maxLimitRequestRatio").entry(resource);
      if (isAmount(limit)
          && isAmount(asked)
          && isAmount(ratio)
          && Quantities.exceedsRatio(limit.scalarText(), asked.scalarText(), ratio.scalarText())) {
        findings.advice(
            FaultType.LIMIT_RANGE,
            limit,
            "is more than "
                + ratio.scalarText()
                + " times the request, which "
                + object.id().describe()
                + " refuses",
            "raise the request, or lower the limit");
      }
    }
  }

  private static void compare(
      Field amount, Field bound, int sign, ManifestObject object, String what, Findings findings) {
    if (isAmount(amount)
        && isAmount(bound)
        && Quantities.compare(amount.scalarText(), bound.scalarText()) * sign > 0) {
      findings.advice(
          FaultType.LIMIT_RANGE,
          amount,
          "is " + what + bound.scalarText() + ", which " + object.id().describe() + " refuses",
          "keep within it");
    }
  }

  private static boolean isAmount(Field field) {
    return Quantities.canonical(field.scalarText()).isPresent();
  }
}
