package dev.sidecarctl.check.pod;

import dev.sidecarctl.check.finding.Field;

/**
 * Fields that a version knows and drops without a word, because their feature gate is off by
 * default ({@code pkg/features/kube_features.go}). Those of a version that does not know them at
 * all are unknown fields, which the schema tells.
 */
final class FeatureCheck {
  private static final int NATIVE_SIDECARS = 29;
  private static final int RESTART_RULES = 35;

  private final PodContext pod;

  FeatureCheck(PodContext pod) {
    this.pod = pod;
  }

  void check() {
    Field spec = pod.spec();
    for (Field container : spec.items("initContainers")) {
      initRestart(container);
      container(container);
    }
    for (Field container : spec.items("containers")) {
      regularRestart(container);
      container(container);
    }
    for (Field volume : spec.items("volumes")) {
      unless(35, volume.key("image"));
      for (Field source : volume.key("projected").items("sources")) {
        unless(FeatureGates.NEVER, source.key("clusterTrustBundle"));
        unless(FeatureGates.NEVER, source.key("podCertificate"));
      }
    }
    unless(34, spec.key("resources"));
    unless(34, spec.key("resourceClaims"));
    unless(35, spec.key("hostnameOverride"));
    if (spec.key("hostUsers").isFalse()) {
      unless(33, spec.key("hostUsers"));
    }
    unless(33, spec.path("securityContext", "seLinuxChangePolicy"));
    unless(33, spec.path("securityContext", "supplementalGroupsPolicy"));
  }

  private void initRestart(Field container) {
    Field policy = container.key("restartPolicy");
    if (!policy.isSet()) {
      return;
    }
    if (PodContext.isNativeSidecar(container)) {
      if (!pod.since(NATIVE_SIDECARS) && pod.since(NATIVE_SIDECARS - 1)) {
        pod.findings()
            .dropped(
                policy,
                gone(NATIVE_SIDECARS)
                    + "; it would be an init container that never ends, and the pod would never"
                    + " start",
                "a template picks by itself what the version takes, unless it says placement"
                    + " native; "
                    + FeatureGates.HELP);
      }
    } else if (pod.since(RESTART_RULES - 1) && !pod.since(RESTART_RULES)) {
      pod.findings()
          .dropped(
              policy,
              gone(RESTART_RULES) + "; it would be an ordinary init container",
              "for a native sidecar write Always; " + FeatureGates.HELP);
    }
    unless(RESTART_RULES, container.key("restartPolicyRules"));
  }

  private void regularRestart(Field container) {
    if (pod.since(RESTART_RULES - 1)) {
      unless(RESTART_RULES, container.key("restartPolicy"));
      unless(RESTART_RULES, container.key("restartPolicyRules"));
    }
  }

  private void container(Field container) {
    for (Field mount : container.items("volumeMounts")) {
      unless(31, mount.key("recursiveReadOnly"));
    }
    for (Field variable : container.items("env")) {
      unless(RESTART_RULES, variable.path("valueFrom", "fileKeyRef"));
    }
    unless(33, container.key("resizePolicy"));
    unless(34, container.path("resources", "claims"));
    Field procMount = container.path("securityContext", "procMount");
    if (procMount.says("Unmasked")) {
      unless(33, procMount);
    }
    Field lifecycle = container.key("lifecycle");
    unless(FeatureGates.NEVER, lifecycle.key("stopSignal"));
    unless(30, lifecycle.path("preStop", "sleep"));
    unless(30, lifecycle.path("postStart", "sleep"));
  }

  private void unless(int minor, Field field) {
    FeatureGates.unless(minor, field, pod.version(), pod.findings());
  }

  private String gone(int minor) {
    return FeatureGates.gone(minor, pod.version());
  }
}
