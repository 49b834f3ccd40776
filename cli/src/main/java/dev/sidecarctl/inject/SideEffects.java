package dev.sidecarctl.inject;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.template.SidecarTemplate;
import dev.sidecarctl.yaml.FieldPath;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;

/** What a sidecar brings about in parts of a workload that nobody edits: warnings. */
final class SideEffects {
  private static final List<String> PROBES =
      List.of("livenessProbe", "readinessProbe", "startupProbe");
  private static final List<String> NETWORK_ACTIONS = List.of("httpGet", "tcpSocket", "grpc");

  private SideEffects() {}

  /**
   * Finds them.
   *
   * @param pod the pod template without what was ever added
   */
  static List<Diagnostic> of(SidecarTemplate template, Workload workload, Value.Mapping pod) {
    List<Diagnostic> found = new ArrayList<>();
    if (template.requiresPodNetwork()) {
      interceptedProbes(template, pod, found);
    }
    if (template.addsContainers()) {
      countedExitCodes(template, workload, found);
    }
    return found;
  }

  /** A kubelet's probe reaches the application through the proxy. */
  private static void interceptedProbes(
      SidecarTemplate template, Value.Mapping pod, List<Diagnostic> found) {
    for (Value item : pod.mapping("spec").sequence("containers").items()) {
      if (item instanceof Value.Mapping container) {
        for (String probe : PROBES) {
          interceptedProbe(template, container, probe, found);
        }
      }
    }
  }

  private static void interceptedProbe(
      SidecarTemplate template, Value.Mapping container, String probe, List<Diagnostic> found) {
    for (String action : NETWORK_ACTIONS) {
      Value value = container.mapping(probe).find(action).orElse(Value.nothing());
      if (!value.isNull()) {
        found.add(
            Diagnostic.warning(
                    Code.PROBE_INTERCEPTED,
                    "the "
                        + probe
                        + " of container "
                        + container.findText("name").orElse("")
                        + " goes over the network that "
                        + template.name()
                        + " intercepts",
                    value.origin().orElse(null))
                .noting(template.at(), "the template needs the pod's network")
                .helping(
                    "see that the proxy lets the kubelet through, or use an exec probe; the probe"
                        + " is left as it is"));
      }
    }
  }

  /** Exit codes of all containers count where a rule names none (Job spec.podFailurePolicy). */
  private static void countedExitCodes(
      SidecarTemplate template, Workload workload, List<Diagnostic> found) {
    for (Value rule : jobSpec(workload).mapping("podFailurePolicy").sequence("rules").items()) {
      if (rule instanceof Value.Mapping mapping
          && mapping.find("onExitCodes").orElse(Value.nothing()) instanceof Value.Mapping codes
          && !codes.has("containerName")) {
        found.add(
            Diagnostic.warning(
                    Code.POD_FAILURE_POLICY,
                    "this rule counts the exit codes of "
                        + template.name()
                        + ", too: it names no container",
                    codes.origin().orElse(null))
                .noting(template.at(), "the template brings a container")
                .helping("say containerName with the name of the application's container"));
      }
    }
  }

  /** What the pod template stands in: of a Job, and of the one in a CronJob, its spec. */
  private static Value.Mapping jobSpec(Workload workload) {
    List<FieldPath.Segment> path = workload.podTemplate().segments();
    if (path.isEmpty()) {
      return Value.Mapping.empty();
    }
    FieldPath holder = new FieldPath(path.subList(0, path.size() - 1));
    return holder.find(workload.manifest()).orElse(Value.nothing()) instanceof Value.Mapping spec
        ? spec
        : Value.Mapping.empty();
  }
}
