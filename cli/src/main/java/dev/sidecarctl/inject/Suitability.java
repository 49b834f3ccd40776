package dev.sidecarctl.inject;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.template.SidecarTemplate;
import dev.sidecarctl.yaml.Value;
import java.util.Optional;

/** Whether a template can do its work in a pod at all: {@code requires}. */
final class Suitability {
  private static final String OS_LABEL = "kubernetes.io/os";

  private Suitability() {}

  /**
   * Why a template is left out of a pod that it would match.
   *
   * @param reason a phrase about the pod
   * @param warning the same with its place, and what to do
   */
  record Unsuited(String reason, Diagnostic warning) {}

  /** What keeps a template out of a pod; empty when nothing does. */
  static Optional<Unsuited> problem(
      SidecarTemplate template, Value.Mapping pod, HostNetworkPolicy onHostNetwork) {
    Value.Mapping spec = pod.mapping("spec");
    Value hostNetwork = spec.find("hostNetwork").orElse(Value.nothing());
    boolean onHost =
        hostNetwork instanceof Value.Scalar scalar
            && scalar.kind() == Value.Kind.BOOLEAN
            && scalar.text().equals("true");
    if (template.requiresPodNetwork() && onHost && onHostNetwork != HostNetworkPolicy.INJECT) {
      boolean fails = onHostNetwork == HostNetworkPolicy.FAIL;
      return Optional.of(onHostNetwork(template.name(), hostNetwork, fails));
    }
    Value system = os(spec);
    String name = system.asText().orElse(template.requiredOs());
    return name.equals(template.requiredOs())
        ? Optional.empty()
        : Optional.of(ofOtherSystem(template, system, name));
  }

  private static Unsuited onHostNetwork(String template, Value hostNetwork, boolean fails) {
    String reason = "the pod is on the host's network";
    Diagnostic warning =
        Diagnostic.warning(
                fails ? Code.POD_NETWORK_REQUIRED : Code.POD_NETWORK_SKIPPED,
                template + " needs a network of the pod's own, and " + reason,
                hostNetwork.origin().orElse(null))
            .helping("leave the template out here, or take hostNetwork out of the pod");
    return new Unsuited(reason, fails ? warning.asError() : warning);
  }

  private static Unsuited ofOtherSystem(SidecarTemplate template, Value system, String name) {
    String reason = "the pod is for " + name;
    Diagnostic warning =
        Diagnostic.warning(
                Code.OS_MISMATCH,
                template.name() + " is for " + template.requiredOs() + ", and " + reason,
                system.origin().orElse(null))
            .helping("write a template for " + name + " with requires: {os: " + name + "}");
    return new Unsuited(reason, warning);
  }

  private static Value os(Value.Mapping spec) {
    Optional<Value> name = spec.mapping("os").find("name");
    return name.isPresent()
        ? name.get()
        : spec.mapping("nodeSelector").find(OS_LABEL).orElse(Value.nothing());
  }
}
