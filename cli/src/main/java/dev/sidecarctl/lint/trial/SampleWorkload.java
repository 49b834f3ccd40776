package dev.sidecarctl.lint.trial;

import dev.sidecarctl.kubernetes.ManifestFinding;
import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.kubernetes.WorkloadKinds;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.YamlStream;
import java.util.List;
import java.util.Map;

/**
 * The least workload that a template may be injected into. Nothing is wrong with it itself.
 *
 * @param template the name of the template that it asks for
 * @param containers the names of its containers
 * @param initContainers the names of its init containers
 * @param windows whether it is for Windows
 */
record SampleWorkload(
    String template, List<String> containers, List<String> initContainers, boolean windows) {
  /** What stands for the workloads of custom resources. */
  private static final String USUAL = "Deployment";

  private static final String JOB = "Job";
  private static final String CRON_JOB = "CronJob";
  private static final String POD = "Pod";
  private static final String POD_TEMPLATE = "PodTemplate";

  private static final Map<String, String> VERSIONS =
      Map.of(
          USUAL,
          "apps/v1",
          "ReplicaSet",
          "apps/v1",
          "DaemonSet",
          "apps/v1",
          "StatefulSet",
          "apps/v1",
          JOB,
          "batch/v1",
          CRON_JOB,
          "batch/v1",
          "ReplicationController",
          "v1",
          POD,
          "v1",
          POD_TEMPLATE,
          "v1");

  private static final String NAME =
      """
      name: example
      namespace: example
      """;

  private static final String SELECTOR =
      """
      selector:
        matchLabels: {example.com/workload: example}
      """;

  private static final String IMAGE = "  image: registry.example.com/application:1.0.0\n";
  private static final int FIRST_PORT = 39_876;

  /** The kind that stands for another one, of which there is no sample. */
  static String standIn(String kind) {
    return VERSIONS.containsKey(kind) ? kind : USUAL;
  }

  /** The manifest of a workload of a kind that {@link #standIn} gave. */
  Source manifest(String kind) {
    String head = "apiVersion: " + VERSIONS.get(kind) + "\nkind: " + kind + "\n";
    String name = under("metadata", NAME);
    String pod = under("metadata", podMetadata()) + under("spec", podSpec(kind));
    String text =
        switch (kind) {
          case POD -> under("metadata", NAME + podMetadata()) + under("spec", podSpec(kind));
          case POD_TEMPLATE -> name + under("template", pod);
          case JOB -> name + under("spec", under("template", pod));
          case CRON_JOB -> name + under("spec", cron(under("spec", under("template", pod))));
          case "ReplicationController" -> name + under("spec", under("template", pod));
          case "StatefulSet" ->
              name + under("spec", "serviceName: example\n" + SELECTOR + under("template", pod));
          default -> name + under("spec", SELECTOR + under("template", pod));
        };
    return new Source("sample", head + text);
  }

  private static String cron(String job) {
    return "schedule: \"0 3 * * *\"\n" + under("jobTemplate", job);
  }

  private static String under(String key, String text) {
    return key + ":\n" + text.indent(2);
  }

  private String podMetadata() {
    return "labels: {example.com/workload: example}\n"
        + "annotations: {sidecarctl.dev/inject: \""
        + template
        + "\"}\n";
  }

  private String podSpec(String kind) {
    StringBuilder text = new StringBuilder();
    if (windows) {
      text.append("os: {name: windows}\n");
    }
    if (kind.equals(JOB) || kind.equals(CRON_JOB)) {
      text.append("restartPolicy: Never\n");
    }
    if (!initContainers.isEmpty()) {
      text.append("initContainers:\n");
      initContainers.forEach(name -> text.append(container(name)));
    }
    text.append("containers:\n");
    int port = FIRST_PORT;
    for (String name : containers) {
      text.append(container(name)).append("  ports: [{containerPort: ").append(port++);
      text.append("}]\n");
    }
    return text.toString();
  }

  /** One that the restricted level of Pod Security admits. */
  private String container(String name) {
    String security =
        windows
            ? "{runAsNonRoot: true}\n"
            : "{runAsNonRoot: true, allowPrivilegeEscalation: false, capabilities: {drop: [ALL]},"
                + " seccompProfile: {type: RuntimeDefault}}\n";
    return "- name: " + name + "\n" + IMAGE + "  securityContext: " + security;
  }

  /** The workload of a manifest. */
  static Workload workload(Source manifest) {
    ManifestFinding finding =
        ManifestFinding.of(YamlStream.of(manifest).documents().get(0), WorkloadKinds.builtIn())
            .get(0);
    return ((ManifestFinding.Injectable) finding).workload();
  }
}
