package dev.sidecarctl.check.workload;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.check.pod.FeatureGates;
import dev.sidecarctl.kubernetes.KubernetesVersion;

/** Fields of workloads, beside those of their pods, that a version drops without a word. */
final class WorkloadFeatures {
  private static final int PER_INDEX = 29;
  private static final int SUCCESS_POLICY = 31;
  private static final int MANAGED_BY = 32;
  private static final int TRAFFIC = 31;
  private static final int VOLUME_ATTRIBUTES = 34;

  /** Since when a StatefulSet may replace several pods at once. */
  static final int MAX_UNAVAILABLE = 35;

  private final KubernetesVersion version;
  private final Findings findings;

  WorkloadFeatures(KubernetesVersion version, Findings findings) {
    this.version = version;
    this.findings = findings;
  }

  void check(Field object, String kind) {
    Field spec = object.key("spec");
    switch (kind) {
      case "Job" -> job(spec);
      case "CronJob" -> job(spec.path("jobTemplate", "spec"));
      case "StatefulSet" -> {
        unless(MAX_UNAVAILABLE, spec.path("updateStrategy", "rollingUpdate", "maxUnavailable"));
        for (Field claim : spec.items("volumeClaimTemplates")) {
          unless(VOLUME_ATTRIBUTES, claim.path("spec", "volumeAttributesClassName"));
        }
      }
      case "PersistentVolumeClaim" ->
          unless(VOLUME_ATTRIBUTES, spec.key("volumeAttributesClassName"));
      case "Service" -> unless(TRAFFIC, spec.key("trafficDistribution"));
      default -> {
        // The others have none.
      }
    }
  }

  private void job(Field spec) {
    unless(PER_INDEX, spec.key("backoffLimitPerIndex"));
    unless(PER_INDEX, spec.key("maxFailedIndexes"));
    unless(PER_INDEX, spec.key("podReplacementPolicy"));
    unless(SUCCESS_POLICY, spec.key("successPolicy"));
    unless(MANAGED_BY, spec.key("managedBy"));
  }

  private void unless(int minor, Field field) {
    FeatureGates.unless(minor, field, version, findings);
  }
}
