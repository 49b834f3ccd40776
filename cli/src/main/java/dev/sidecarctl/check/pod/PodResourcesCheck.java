package dev.sidecarctl.check.pod;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.kubernetes.Quantities;
import java.util.List;

/**
 * Requests and limits of the pod as a whole ({@code validatePodResources}): its containers have to
 * fit into them, sidecars that are put in later included.
 */
final class PodResourcesCheck {
  private static final int ON = 34;
  private static final List<String> SUPPORTED = List.of("cpu", "hugepages-", "memory");

  private final PodContext pod;
  private final Findings findings;

  PodResourcesCheck(PodContext pod) {
    this.pod = pod;
    this.findings = pod.findings();
  }

  void check() {
    Field resources = pod.spec().key("resources");
    if (!resources.isSet() || !pod.since(ON)) {
      return;
    }
    if (pod.isWindows()) {
      findings.forbidden(resources, "may not be set for a windows pod");
    }
    ResourceCheck common = new ResourceCheck(pod);
    common.claims(resources, true);
    common.related(resources);
    for (Field limit : resources.key("limits").entries()) {
      amount(limit);
      containerLimits(limit);
    }
    for (Field request : resources.key("requests").entries()) {
      amount(request);
      aggregate(request);
    }
  }

  private void amount(Field entry) {
    String name = entry.name();
    if (!name.equals("cpu") && !name.equals("memory") && !name.startsWith("hugepages-")) {
      findings.unsupported(entry, Findings.quoted(name), SUPPORTED);
    }
    ResourceCheck.value(entry, findings);
  }

  private void containerLimits(Field limit) {
    for (Field container : pod.spec().items("containers")) {
      Field own = container.path("resources", "limits").entry(limit.name());
      if (isAmount(own)
          && isAmount(limit)
          && Quantities.compare(own.scalarText(), limit.scalarText()) > 0) {
        findings.invalid(
            own,
            Findings.quoted(own.scalarText()),
            "must be less than or equal to pod limits of " + limit.scalarText());
      }
    }
  }

  /** Native sidecars run beside the containers, plain init containers before them. */
  private void aggregate(Field request) {
    String sidecars = "0";
    String largestInit = "0";
    for (Field container : pod.spec().items("initContainers")) {
      String own = requested(container, request.name());
      if (PodContext.isNativeSidecar(container)) {
        sidecars = Quantities.sum(sidecars, own);
      } else {
        largestInit = larger(largestInit, Quantities.sum(own, sidecars));
      }
    }
    String running = sidecars;
    for (Field container : pod.spec().items("containers")) {
      running = Quantities.sum(running, requested(container, request.name()));
    }
    String all = larger(running, largestInit);
    if (isAmount(request) && Quantities.compare(request.scalarText(), all) < 0) {
      findings.invalid(
          request,
          Findings.quoted(request.scalarText()),
          "must be greater than or equal to aggregate container requests of " + all);
    }
  }

  private static String requested(Field container, String name) {
    Field request = container.path("resources", "requests").entry(name);
    Field limit = container.path("resources", "limits").entry(name);
    Field counted = request.isWritten() ? request : limit;
    return isAmount(counted) ? counted.scalarText() : "0";
  }

  private static String larger(String left, String right) {
    return Quantities.compare(left, right) < 0 ? right : left;
  }

  private static boolean isAmount(Field field) {
    return Quantities.canonical(field.scalarText()).isPresent();
  }
}
