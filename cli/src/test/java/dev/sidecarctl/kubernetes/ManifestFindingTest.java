package dev.sidecarctl.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.kubernetes.ManifestFinding.Injectable;
import dev.sidecarctl.kubernetes.ManifestFinding.Other;
import dev.sidecarctl.kubernetes.ManifestFinding.PassedOver;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestFindingTest {
  private static final String POD = "{spec: {containers: [{name: a, image: b}]}}";

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "v1 | PodTemplate | template | true false false",
        "v1 | ReplicationController | spec.template | true false false",
        "apps/v1 | Deployment | spec.template | true false false",
        "apps/v1 | StatefulSet | spec.template | true false false",
        "apps/v1 | DaemonSet | spec.template | true false false",
        "apps/v1 | ReplicaSet | spec.template | true false false",
        "batch/v1 | Job | spec.template | true true true",
        "batch/v1 | CronJob | spec.jobTemplate.spec.template | true true false",
        "apps.openshift.io/v1 | DeploymentConfig | spec.template | true false false",
        "v1 | DeploymentConfig | spec.template | true false false",
        "argoproj.io/v1alpha1 | Rollout | spec.template | true false false",
        "serving.knative.dev/v1 | Service | spec.template | false false false",
        "serving.knative.dev/v1 | Configuration | spec.template | false false false",
        "apps.kruise.io/v1alpha1 | CloneSet | spec.template | true false false",
        "apps.kruise.io/v1beta1 | StatefulSet | spec.template | true false false",
        "apps.kruise.io/v1alpha1 | DaemonSet | spec.template | true false false",
      })
  void findsThePodTemplateOfEveryKind(String version, String kind, String path, String traits) {
    String text = "apiVersion: " + version + "\nkind: " + kind + "\n" + nested(path);
    Workload workload = injectable(text).get(0);
    assertThat(workload.podTemplate()).hasToString(path);
    assertThat(workload.pod().mapping("spec").sequence("containers").items()).hasSize(1);
    WorkloadKind found = workload.kind();
    assertThat(found.nativeSidecars() + " " + found.runsToCompletion() + " " + found.immutable())
        .isEqualTo(traits);
  }

  private static String nested(String path) {
    StringBuilder text = new StringBuilder();
    String indent = "";
    for (String key : path.split("\\.")) {
      text.append(indent).append(key).append(":\n");
      indent += "  ";
    }
    return text + indent + POD + "\n";
  }

  @Test
  void takesAPodAsItsOwnTemplate() {
    Workload pod =
        injectable(
                "{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: b},"
                    + " spec: {containers: [{image: c}]}}")
            .get(0);
    assertThat(pod.pod()).isSameAs(pod.manifest());
    assertThat(pod.kind().immutable()).isTrue();
    assertThat(pod.id().describe()).isEqualTo("Pod b/a");
  }

  @Test
  void starsAGeneratedName() {
    Workload pod =
        injectable(
                "{apiVersion: v1, kind: Pod, metadata: {generateName: a-},"
                    + " spec: {containers: [{image: c}]}}")
            .get(0);
    assertThat(pod.id().describe()).isEqualTo("Pod a-*");
    assertThat(pod.id().isGenerated()).isTrue();
  }

  @Test
  void descendsIntoListsAtAnyDepth() {
    List<Workload> workloads =
        injectable(
            """
            apiVersion: v1
            kind: List
            items:
              - null
              - {apiVersion: v1, kind: Service, metadata: {name: s}}
              - apiVersion: apps/v1
                kind: DeploymentList
                items:
                  - spec: {template: {spec: {containers: [{image: c}]}}}
                  - {apiVersion: v1, kind: Pod, spec: {containers: [{image: c}]}}
            """);
    assertThat(workloads)
        .extracting(Workload::at)
        .map(Object::toString)
        .containsExactly("items[2].items[0]", "items[2].items[1]");
    assertThat(workloads)
        .extracting(workload -> workload.id().apiVersion())
        .containsExactly("apps/v1", "v1");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a | no mapping, but a string",
        "[a] | no mapping, but a list",
        "{kind: Pod} | no apiVersion or kind",
        "{apiVersion: v1} | no apiVersion or kind",
        "{apiVersion: 1, kind: Pod} | no apiVersion or kind",
        "{apiVersion: v1, kind: Service} | Service is no workload",
        "{apiVersion: v1, kind: Configuration} | Configuration is no workload",
        "{apiVersion: v1, kind: PodList} | PodList is no workload",
      })
  void letsTheRestThrough(String text, String reason) {
    assertThat(find(text)).containsExactly(new Other(reason));
  }

  @ParameterizedTest(name = "{0} {1} -> {2}")
  @CsvSource({
    "apps/v1beta1, Deployment, apps/v1",
    "apps/v1beta2, StatefulSet, apps/v1",
    "extensions/v1beta1, DaemonSet, apps/v1",
    "batch/v1beta1, CronJob, batch/v1",
    "batch/v2alpha1, CronJob, batch/v1",
    "apps/v2, Deployment, apps/v1",
    "serving.knative.dev/v1alpha1, Service, serving.knative.dev/v1",
    "v2, Pod, v1",
  })
  void warnsOfVersionsThatNobodyServes(String version, String kind, String better) {
    PassedOver passed = passedOver("{apiVersion: " + version + ", kind: " + kind + "}");
    Diagnostic warning = passed.warning().orElseThrow();
    assertThat(warning.isError()).isFalse();
    assertThat(warning.help()).isEqualTo("move it to " + better);
    assertThat(warning.place().orElseThrow().describe()).isEqualTo("t.yaml:1:14");
  }

  @Test
  void warnsOfAnOpenShiftTemplate() {
    PassedOver passed =
        passedOver("{apiVersion: template.openshift.io/v1, kind: Template, objects: []}");
    assertThat(passed.warning().orElseThrow().help()).contains("oc process");
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "v1 | Pod | {containers: []} | it has no containers, so it is a patch, most likely",
        "v1 | Pod | {containers: null} | it has no containers, so it is a patch, most likely",
        "apps/v1 | Deployment | {replicas: 2} | it has no containers, so it is a patch, most likely",
        "apps/v1 | Deployment | {template: null} | it has no containers, so it is a patch, most likely",
        "v1 | Pod | {containers: [{name: a}]} | no container has an image, so it is a patch, most likely",
        "v1 | Pod | {containers: [{image: a, $patch: delete}]} | it holds $patch, so it is a patch",
        "v1 | Pod | {$setElementOrder/containers: [], containers: [{image: a}]} | it holds $patch, so it is a patch",
        "v1 | Pod | {$retainKeys: [containers], containers: [{image: a}]} | it holds $patch, so it is a patch",
        "v1 | Pod | {containers: [{image: a, $deleteFromPrimitiveList/args: [b]}]} | it holds $patch, so it is a patch",
        "apps/v1 | Deployment | {triggers: [{type: ImageChange}], template: {spec: {containers: [{name: a}]}}} | no container has an image, so it is a patch, most likely",
        "apps.openshift.io/v1 | DeploymentConfig | {triggers: [{type: ConfigChange}], template: {spec: {containers: [{name: a}]}}} | no container has an image, so it is a patch, most likely",
        "argoproj.io/v1alpha1 | Rollout | {workloadRef: {kind: Deployment, name: web}} | its pods are those of Deployment web (workloadRef)",
      })
  void passesOverWhatIsNoWholeWorkload(String version, String kind, String spec, String reason) {
    String text = "{apiVersion: " + version + ", kind: " + kind + ", spec: " + spec + "}";
    assertThat(passedOver(text).reason()).isEqualTo(reason);
    assertThat(passedOver(text).warning()).isEmpty();
  }

  @Test
  void takesNoOtherKeyForADirective() {
    assertThat(
            injectable(
                "{apiVersion: v1, kind: Pod, metadata: {labels: {$other: a}},"
                    + " spec: {containers: [{image: a}]}}"))
        .hasSize(1);
  }

  @Test
  void passesOverWhatAControllerOwns() {
    String pod =
        "{apiVersion: v1, kind: Pod, metadata: {ownerReferences: [{kind: ReplicaSet, name: web-5d,"
            + " controller: %s}]}, spec: {containers: [{image: a}]}}";
    assertThat(passedOver(pod.formatted("true")).reason())
        .isEqualTo("its owner ReplicaSet web-5d makes it");
    assertThat(injectable(pod.formatted("false"))).hasSize(1);
  }

  @Test
  void takesADeploymentConfigWhoseImageComesByTrigger() {
    assertThat(
            injectable(
                "{apiVersion: apps.openshift.io/v1, kind: DeploymentConfig, spec: {triggers:"
                    + " [{type: ImageChange}], template: {spec: {containers: [{name: a}]}}}}"))
        .hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{containers: {name: a}} | spec.containers is a mapping, where a list is due",
        "{containers: [a]} | spec.containers[0] is a string, where a mapping is due",
        "{containers: [null]} | spec.containers[0] is null, where a mapping is due",
        "{containers: [{name: 1, image: a}]} | spec.containers[0].name is an integer, where a string is due",
        "{containers: [{image: a, env: x}]} | spec.containers[0].env is a string, where a list is due",
        "{containers: [{image: a, ports: [80]}]} | spec.containers[0].ports[0] is an integer, where a mapping is due",
        "{containers: [{image: a}], volumes: [true]} | spec.volumes[0] is a boolean, where a mapping is due",
        "[] | spec is a list, where a mapping is due",
      })
  void refusesAnotherShape(String spec, String message) {
    String text = "{apiVersion: v1, kind: Pod, spec: " + spec + "}";
    RefusedException refusal = catchThrowableOfType(RefusedException.class, () -> find(text));
    assertThat(refusal.diagnostics()).hasSize(1);
    assertThat(refusal.diagnostics().get(0).message()).isEqualTo(message);
    assertThat(refusal.diagnostics().get(0).place()).isPresent();
  }

  @Test
  void refusesATemplateThatIsNoMapping() {
    RefusedException refusal =
        catchThrowableOfType(
            RefusedException.class,
            () -> find("{apiVersion: batch/v1, kind: CronJob, spec: {jobTemplate: {spec: [a]}}}"));
    assertThat(refusal.diagnostics().get(0).message())
        .isEqualTo("spec.jobTemplate.spec is a list, where a mapping is due");
  }

  private static List<Workload> injectable(String text) {
    List<Workload> workloads = new ArrayList<>();
    for (ManifestFinding finding : find(text)) {
      if (finding instanceof Injectable injectable) {
        workloads.add(injectable.workload());
      }
    }
    assertThat(workloads).isNotEmpty();
    return workloads;
  }

  private static PassedOver passedOver(String text) {
    return (PassedOver) find(text).get(0);
  }

  private static List<ManifestFinding> find(String text) {
    return ManifestFinding.of(
        YamlStream.of(new Source("t.yaml", text)).documents().get(0), WorkloadKinds.builtIn());
  }
}
