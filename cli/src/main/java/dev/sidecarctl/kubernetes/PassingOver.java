package dev.sidecarctl.kubernetes;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.yaml.Value;
import java.util.Optional;

/** Why a workload that somebody could inject is left as it is. */
final class PassingOver {

  private PassingOver() {}

  /** What the manifest as a whole says: somebody else's object, a patch, no template of its own. */
  static Optional<String> reason(Workload workload) {
    Optional<String> owner = owner(workload.manifest());
    if (owner.isPresent()) {
      return owner;
    }
    if (PatchDirectives.areIn(workload.manifest())) {
      return Optional.of("it holds $patch, so it is a patch");
    }
    return workloadReference(workload);
  }

  /** An object with a controller among its owners would be overwritten by it. */
  private static Optional<String> owner(Value.Mapping manifest) {
    for (Value item : manifest.mapping("metadata").sequence("ownerReferences").items()) {
      if (item instanceof Value.Mapping reference && isTrue(reference.find("controller"))) {
        String kind = reference.findText("kind").orElse("");
        String name = reference.findText("name").orElse("");
        return Optional.of("its owner " + (kind + " " + name).strip() + " makes it");
      }
    }
    return Optional.empty();
  }

  private static boolean isTrue(Optional<Value> value) {
    return value.isPresent()
        && value.get() instanceof Value.Scalar scalar
        && scalar.kind() == Value.Kind.BOOLEAN
        && scalar.text().equals("true");
  }

  /** A Rollout may take its pods from a Deployment. */
  private static Optional<String> workloadReference(Workload workload) {
    Value.Mapping spec = workload.manifest().mapping("spec");
    boolean refers = spec.has("workloadRef");
    if (!workload.kind().kind().equals("Rollout") || !refers) {
      return Optional.empty();
    }
    Value.Mapping reference = spec.mapping("workloadRef");
    String kind = reference.findText("kind").orElse("another workload");
    String name = reference.findText("name").orElse("");
    return Optional.of("its pods are those of " + (kind + " " + name).strip() + " (workloadRef)");
  }

  /** What deserves a warning besides: a Rollout that has a template, too, which nobody uses. */
  static Optional<Diagnostic> warning(Workload workload) {
    Value.Mapping template = workload.manifest().mapping("spec").mapping("template");
    Optional<String> reference = workloadReference(workload);
    if (reference.isEmpty() || template.entries().isEmpty()) {
      return Optional.empty();
    }
    Value.Mapping spec = workload.manifest().mapping("spec");
    return Optional.of(
        Diagnostic.warning(
                Code.WORKLOAD_REF,
                "the Rollout has a template, too, but " + reference.get(),
                spec.keyOrigin("workloadRef").orElse(null))
            .noting(spec.keyOrigin("template").orElse(null), "the template, which is not injected")
            .helping(
                "take one of the two out: with both, Argo Rollouts stops, or ignores the template"));
  }

  /** A manifest whose containers say nothing of what runs is most likely a patch. */
  static Optional<String> withoutImages(Workload workload) {
    Value.Sequence containers = workload.pod().mapping("spec").sequence("containers");
    if (containers.items().isEmpty()) {
      return Optional.of("it has no containers, so it is a patch, most likely");
    }
    for (Value item : containers.items()) {
      boolean image = item instanceof Value.Mapping container && container.has("image");
      if (image) {
        return Optional.empty();
      }
    }
    return getsImageByTrigger(workload)
        ? Optional.empty()
        : Optional.of("no container has an image, so it is a patch, most likely");
  }

  /** OpenShift fills in the image of a DeploymentConfig that has an ImageChange trigger. */
  private static boolean getsImageByTrigger(Workload workload) {
    if (!workload.kind().kind().equals("DeploymentConfig")) {
      return false;
    }
    for (Value item : workload.manifest().mapping("spec").sequence("triggers").items()) {
      boolean imageChange =
          item instanceof Value.Mapping trigger
              && trigger.findText("type").orElse("").equals("ImageChange");
      if (imageChange) {
        return true;
      }
    }
    return false;
  }
}
