package dev.sidecarctl.inject;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.template.SidecarTemplate;
import dev.sidecarctl.yaml.Value;
import java.util.Optional;

/** Whether a template can do its work in a pod at all: {@code requires}. */
final class Suitability {
  private static final String OS_LABEL = "kubernetes.io/os";

  private Suitability() {}

  /** A warning that says why not; empty when it can. */
  static Optional<Diagnostic> problem(
      SidecarTemplate template, Workload workload, Value.Mapping pod) {
    Value.Mapping spec = pod.mapping("spec");
    Value hostNetwork = spec.find("hostNetwork").orElse(Value.nothing());
    boolean onHost =
        hostNetwork instanceof Value.Scalar scalar
            && scalar.kind() == Value.Kind.BOOLEAN
            && scalar.text().equals("true");
    if (template.requiresPodNetwork() && onHost) {
      return Optional.of(
          Diagnostic.warning(
                  Code.POD_NETWORK_SKIPPED,
                  template.name()
                      + " needs a network of the pod's own, and the pod uses the host's",
                  hostNetwork.origin().orElse(null))
              .helping("leave the template out here, or take hostNetwork out of the pod"));
    }
    Value system = os(spec);
    String name = system.asText().orElse(template.requiredOs());
    if (!name.equals(template.requiredOs())) {
      return Optional.of(
          Diagnostic.warning(
                  Code.OS_MISMATCH,
                  template.name()
                      + " is for "
                      + template.requiredOs()
                      + ", and the pod for "
                      + name,
                  system.origin().orElse(null))
              .helping("say requires: {os: " + name + "} in a template of its own"));
    }
    return Optional.empty();
  }

  private static Value os(Value.Mapping spec) {
    return spec.mapping("os")
        .find("name")
        .or(() -> spec.mapping("nodeSelector").find(OS_LABEL))
        .orElse(Value.nothing());
  }
}
