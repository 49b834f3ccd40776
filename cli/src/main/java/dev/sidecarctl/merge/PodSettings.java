package dev.sidecarctl.merge;

import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.project.ForeignContainers;
import dev.sidecarctl.template.ConflictPolicies;
import dev.sidecarctl.yaml.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the planning needs to know of a workload beside its pod template.
 *
 * @param workload the workload
 * @param version the cluster's version
 * @param policies what the command line and the project say of conflicts
 * @param foreign containers that somebody else puts into pods
 * @param adopt whether what is there already and equals a template's is recorded as its own
 */
public record PodSettings(
    Workload workload,
    KubernetesVersion version,
    ConflictPolicies policies,
    ForeignContainers foreign,
    boolean adopt) {

  /** Whether sidecars go in as native ones. */
  boolean nativeSidecars() {
    return workload.kind().takesNativeSidecars(version);
  }

  /** Whether the pod is meant to end: a Job's, or one that is not restarted. */
  boolean runsToCompletion(Value.Mapping pod) {
    String restart = pod.mapping("spec").findText("restartPolicy").orElse("Always");
    return workload.kind().runsToCompletion()
        || restart.equals("Never")
        || restart.equals("OnFailure");
  }

  /** The labels by which the workload finds its pods. */
  Set<String> selectorLabels() {
    Value.Mapping selector = workload.manifest().mapping("spec").mapping("selector");
    Set<String> labels = new HashSet<>(selector.mapping("matchLabels").entries().keySet());
    for (Value item : selector.sequence("matchExpressions").items()) {
      if (item instanceof Value.Mapping expression) {
        expression.findText("key").ifPresent(labels::add);
      }
    }
    // A ReplicationController's and a DeploymentConfig's selector is nothing but labels.
    if (selector.find("matchLabels").isEmpty() && selector.find("matchExpressions").isEmpty()) {
      labels.addAll(selector.entries().keySet());
    }
    return labels;
  }

  /** The metadata of a StatefulSet's claims, by name: they are volumes of its pods. */
  Map<String, Value> claims() {
    Map<String, Value> claims = new HashMap<>();
    Value.Sequence templates = workload.manifest().mapping("spec").sequence("volumeClaimTemplates");
    for (Value item : templates.items()) {
      if (item instanceof Value.Mapping claim) {
        Value.Mapping metadata = claim.mapping("metadata");
        metadata.findText("name").ifPresent(name -> claims.put(name, metadata));
      }
    }
    return claims;
  }
}
