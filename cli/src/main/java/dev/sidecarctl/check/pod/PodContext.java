package dev.sidecarctl.check.pod;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the checks of a pod's parts have to know of the whole.
 *
 * @param version of the API server
 * @param isPod whether it is a Pod itself and no template, for which some rules differ
 * @param metadata of the pod
 * @param spec of the pod
 * @param volumes by name, those without a fault
 * @param brokenVolumes the names of the others
 * @param findings where everything goes
 */
record PodContext(
    KubernetesVersion version,
    boolean isPod,
    Field metadata,
    Field spec,
    Map<String, Field> volumes,
    Set<String> brokenVolumes,
    Findings findings) {
  private static final long DEFAULT_GRACE = 30;

  static PodContext of(
      KubernetesVersion version, boolean isPod, Field metadata, Field spec, Findings findings) {
    return new PodContext(
        version, isPod, metadata, spec, new HashMap<>(), new HashSet<>(), findings);
  }

  /** Whether a version is that minor or a newer one. */
  boolean since(int minor) {
    return version.minor() >= minor;
  }

  boolean hostNetwork() {
    return spec.key("hostNetwork").isTrue();
  }

  String restartPolicy() {
    return spec.key("restartPolicy").text("Always");
  }

  /** {@code spec.terminationGracePeriodSeconds}, or its default. */
  long grace() {
    return spec.key("terminationGracePeriodSeconds").number(DEFAULT_GRACE);
  }

  boolean isWindows() {
    return spec.path("os", "name").says("windows");
  }

  /** Whether the pod has a user namespace of its own. */
  boolean hasUserNamespace() {
    return spec.key("hostUsers").isFalse();
  }

  /** Whether an init container is a native sidecar. */
  static boolean isNativeSidecar(Field container) {
    return container.key("restartPolicy").says("Always");
  }
}
