package dev.sidecarctl.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplate;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pod of a workload in the types of a Kubernetes client; empty where the client does not know
 * the kind.
 *
 * @param spec the pod's spec
 */
record TypedPod(Optional<PodSpec> spec) {
  private static final Map<String, Class<? extends HasMetadata>> KINDS =
      Map.of(
          "v1 Pod", Pod.class,
          "v1 PodTemplate", PodTemplate.class,
          "v1 ReplicationController", ReplicationController.class,
          "apps/v1 Deployment", Deployment.class,
          "apps/v1 StatefulSet", StatefulSet.class,
          "apps/v1 DaemonSet", DaemonSet.class,
          "apps/v1 ReplicaSet", ReplicaSet.class,
          "batch/v1 Job", Job.class,
          "batch/v1 CronJob", CronJob.class);

  static TypedPod of(Map<String, Object> manifest) {
    Class<? extends HasMetadata> type =
        KINDS.get(manifest.get("apiVersion") + " " + manifest.get("kind"));
    return new TypedPod(
        type == null
            ? Optional.empty()
            : ManifestData.pod(manifest)
                .map(pod -> withoutNulls(pod.get("spec")))
                .map(spec -> ManifestData.JSON.convertValue(spec, PodSpec.class))
                .filter(spec -> whole(type, manifest)));
  }

  /** A null is as good as nothing to an API server, but not to the client. */
  private static Object withoutNulls(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(TypedPod::withoutNulls).toList();
    }
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    Map<Object, Object> rest = new LinkedHashMap<>(map);
    rest.values().removeIf(Objects::isNull);
    rest.replaceAll((key, entry) -> withoutNulls(entry));
    return rest;
  }

  /** The manifest as a whole is one that the client takes. */
  private static boolean whole(Class<? extends HasMetadata> type, Map<String, Object> manifest) {
    HasMetadata read = ManifestData.JSON.convertValue(withoutNulls(manifest), type);
    return read.getKind().equals(manifest.get("kind"));
  }

  /**
   * Checks what became of this pod.
   *
   * @param expected as it is to be
   * @param actual as it is
   */
  void check(TypedPod expected, TypedPod actual) {
    if (spec.isEmpty()) {
      return;
    }
    PodSpec after = actual.spec().orElseThrow();
    assertThat(after).as("typed pod spec").isEqualTo(expected.spec().orElseThrow());
    assertThat(names(after)).as("containers and volumes").containsAll(names(spec.get()));
    assertThat(after.getAdditionalProperties())
        .as("fields that no pod has")
        .isEqualTo(spec.get().getAdditionalProperties());
    assertThat(containers(after))
        .filteredOn(container -> !containers(spec.get()).contains(container))
        .as("containers with a field that no container has")
        .allSatisfy(container -> assertThat(container.getAdditionalProperties()).isEmpty());
  }

  private static List<Container> containers(PodSpec spec) {
    return Stream.of(spec.getContainers(), spec.getInitContainers()).flatMap(List::stream).toList();
  }

  private static List<String> names(PodSpec spec) {
    List<String> names = new ArrayList<>();
    containers(spec).forEach(container -> names.add("container " + container.getName()));
    spec.getVolumes().stream().map(Volume::getName).map("volume "::concat).forEach(names::add);
    return names;
  }
}
