package dev.sidecarctl.kubernetes;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of a pod Knative Serving admits in its Services and Configurations ({@code fieldmask.go}),
 * and what only with a feature of its {@code config-features} switched on.
 */
public final class KnativeFields {
  private static final Set<String> POD =
      Set.of(
          "automountServiceAccountToken",
          "containers",
          "enableServiceLinks",
          "imagePullSecrets",
          "serviceAccountName",
          "volumes");

  private static final Map<String, String> POD_FEATURES =
      Map.ofEntries(
          Map.entry("affinity", "kubernetes.podspec-affinity"),
          Map.entry("dnsConfig", "kubernetes.podspec-dnsconfig"),
          Map.entry("dnsPolicy", "kubernetes.podspec-dnspolicy"),
          Map.entry("hostAliases", "kubernetes.podspec-hostaliases"),
          Map.entry("hostIPC", "kubernetes.podspec-hostipc"),
          Map.entry("hostNetwork", "kubernetes.podspec-hostnetwork"),
          Map.entry("hostPID", "kubernetes.podspec-hostpid"),
          Map.entry("initContainers", "kubernetes.podspec-init-containers"),
          Map.entry("nodeSelector", "kubernetes.podspec-nodeselector"),
          Map.entry("priorityClassName", "kubernetes.podspec-priorityclassname"),
          Map.entry("runtimeClassName", "kubernetes.podspec-runtimeclassname"),
          Map.entry("schedulerName", "kubernetes.podspec-schedulername"),
          Map.entry("securityContext", "kubernetes.podspec-securitycontext"),
          Map.entry("shareProcessNamespace", "kubernetes.podspec-shareprocessnamespace"),
          Map.entry("tolerations", "kubernetes.podspec-tolerations"),
          Map.entry("topologySpreadConstraints", "kubernetes.podspec-topologyspreadconstraints"));

  private static final Set<String> CONTAINER =
      Set.of(
          "args",
          "command",
          "env",
          "envFrom",
          "image",
          "imagePullPolicy",
          "livenessProbe",
          "name",
          "ports",
          "readinessProbe",
          "resources",
          "securityContext",
          "startupProbe",
          "terminationMessagePath",
          "terminationMessagePolicy",
          "volumeMounts",
          "workingDir");

  /** Of a container beside the one that serves. */
  private static final Map<String, String> SIDECAR_FEATURES =
      Map.of(
          "livenessProbe", "multi-container-probing",
          "readinessProbe", "multi-container-probing",
          "startupProbe", "multi-container-probing");

  private static final Set<String> VOLUME =
      Set.of("configMap", "emptyDir", "name", "projected", "secret");

  private static final Map<String, String> VOLUME_FEATURES =
      Map.of(
          "csi", "kubernetes.podspec-volumes-csi",
          "hostPath", "kubernetes.podspec-volumes-hostpath",
          "persistentVolumeClaim", "kubernetes.podspec-persistent-volume-claim");

  /** Those of the pod's {@code spec}. */
  public static final KnativeFields OF_POD = new KnativeFields(POD, POD_FEATURES, true);

  /** Those of the container that serves. */
  public static final KnativeFields OF_CONTAINER = new KnativeFields(CONTAINER, Map.of(), true);

  /** Those of a container beside it, which may have no ports. */
  public static final KnativeFields OF_SIDECAR =
      new KnativeFields(CONTAINER, SIDECAR_FEATURES, false);

  /** Those of a volume. */
  public static final KnativeFields OF_VOLUME = new KnativeFields(VOLUME, VOLUME_FEATURES, true);

  private final Set<String> admitted;
  private final Map<String, String> features;
  private final boolean ports;

  private KnativeFields(Set<String> admitted, Map<String, String> features, boolean ports) {
    this.admitted = admitted;
    this.features = features;
    this.ports = ports;
  }

  /** Whether a field is admitted, at least with its feature. */
  public boolean admits(String field) {
    boolean port = !ports && field.equals("ports");
    return !port && (admitted.contains(field) || features.containsKey(field));
  }

  /** The feature that a field asks for; empty if it is admitted without any, or never. */
  public Optional<String> feature(String field) {
    return Optional.ofNullable(features.get(field));
  }
}
