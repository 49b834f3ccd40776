package dev.sidecarctl.kubernetes;

import dev.sidecarctl.yaml.FieldPath;
import java.util.List;

/**
 * A kind of object that makes pods.
 *
 * @param group the API group, empty for the core group
 * @param kind such as {@code CronJob}
 * @param podTemplate the way from the manifest to the pod template
 * @param nativeSidecars whether its pods may hold native sidecars (Knative's may not)
 * @param runsToCompletion whether its pods are meant to end (Job, CronJob)
 * @param immutable whether a cluster refuses to change the pod template of an existing object
 */
public record WorkloadKind(
    String group,
    String kind,
    FieldPath podTemplate,
    boolean nativeSidecars,
    boolean runsToCompletion,
    boolean immutable) {

  /** A custom resource: its pods run on, beside native sidecars, and may be replaced. */
  public static WorkloadKind custom(String group, String kind, FieldPath podTemplate) {
    return new WorkloadKind(group, kind, podTemplate, true, false, false);
  }

  /** Every kind that this build knows. */
  public static List<WorkloadKind> all() {
    return KnownKinds.all();
  }

  /** Whether sidecars in its pods are native ones on a cluster of that version. */
  public boolean takesNativeSidecars(KubernetesVersion version) {
    return nativeSidecars && version.hasNativeSidecars();
  }

  /** Whether Knative makes the pods, which admits only a part of what a pod may have. */
  public boolean isKnative() {
    return group.equals(KnownKinds.KNATIVE);
  }

  /** Whether it belongs to Kubernetes itself, so that its bare kind names it. */
  public boolean isBuiltIn() {
    return group.isEmpty() || group.equals("apps") || group.equals("batch");
  }

  /** As a template's {@code match.kinds} names it: {@code Job}, {@code Rollout.argoproj.io}. */
  public String qualifiedName() {
    return isBuiltIn() ? kind : kind + "." + group;
  }
}
