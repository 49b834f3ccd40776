package dev.sidecarctl.check.pod;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.yaml.Value;

/** Says of fields that they are behind a feature gate which is off by default. */
public final class FeatureGates {
  /** Since no version that is known here. */
  static final int NEVER = Integer.MAX_VALUE;

  static final String HELP =
      "leave it out, or say --allow-alpha if the cluster has the feature gate on";

  private FeatureGates() {}

  /**
   * Complains of a field that is there although its gate is off.
   *
   * @param minor since when it is on by default
   */
  public static void unless(int minor, Field field, KubernetesVersion version, Findings findings) {
    boolean emptyList = field.value() instanceof Value.Sequence && !field.hasContent();
    if (field.isSet() && !emptyList && version.minor() < minor) {
      findings.dropped(field, gone(minor, version), HELP);
    }
  }

  static String gone(int minor, KubernetesVersion version) {
    return "Kubernetes "
        + version
        + " drops it without a word: its feature gate is off by default"
        + (minor == NEVER ? "" : ", and on since 1." + minor);
  }
}
