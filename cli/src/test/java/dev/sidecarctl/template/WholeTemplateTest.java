package dev.sidecarctl.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The format with everything in it. */
class WholeTemplateTest {
  private static final String TEMPLATE =
      """
      apiVersion: sidecarctl.dev/v1
      kind: SidecarTemplate
      metadata:
        name: log-collector
        labels: {team: platform}
      spec:
        version: "1.4.0"
        description: Ships the files that the application writes to a shared volume.
        parameters:
          - name: logPath
            type: string
            description: Directory that the application logs to.
            default: /var/log/app
          - name: image
            default: fluent/fluent-bit:4.0.3
        match:
          kinds: [Deployment, StatefulSet, DaemonSet]
          names: ["web-*"]
          namespaces: ["*"]
          labelSelector:
            matchExpressions: [{key: logging, operator: In, values: [file]}]
          policy: Auto
        sidecars:
          - name: log-collector
            image: $(params.image)
            volumeMounts:
              - {name: app-logs, mountPath: $(params.logPath), readOnly: true}
        containers: []
        initContainers: []
        volumes:
          - name: app-logs
            emptyDir: {}
        requires:
          podNetwork: true
          os: linux
        targets:
          - containers: ["*"]
            volumeMounts:
              - {name: app-logs, mountPath: $(params.logPath)}
            env:
              - {name: LOG_DIR, value: $(params.logPath)}
        pod:
          metadata:
            annotations: {example.com/logs: enabled}
          spec:
            shareProcessNamespace: true
        placement: Last
      ---
      # Another one, in the same file.
      apiVersion: sidecarctl.dev/v1
      kind: SidecarTemplate
      metadata: {name: other}
      spec:
        volumes:
          - name: cache
            emptyDir:
      """;

  @Test
  void isRead() {
    List<SidecarTemplate> templates =
        SidecarTemplate.read(new Source("t.yaml", TEMPLATE), Given.CONTEXT);
    assertThat(templates)
        .extracting(SidecarTemplate::name)
        .containsExactly("log-collector", "other");
    SidecarTemplate template = templates.get(0);
    assertThat(template.version()).isEqualTo("1.4.0");
    assertThat(template.requiresPodNetwork()).isTrue();
    assertThat(template.requiredOs()).isEqualTo("linux");
    assertThat(templates.get(1).requiresPodNetwork()).isFalse();
  }

  @Test
  void isFilledIn() {
    RenderedTemplate rendered =
        SidecarTemplate.read(new Source("t.yaml", TEMPLATE), Given.CONTEXT)
            .get(0)
            .render(
                Given.set("logPath=/logs"),
                Map.of(),
                Given.context(
                    Given.workload(
                        "{apiVersion: v1, kind: Pod, spec: {containers: [{name: a, image: b}]}}"),
                    ""));
    assertThat(rendered.sidecars().get(0).value())
        .isEqualTo(
            Given.value(
                "{name: log-collector, image: 'fluent/fluent-bit:4.0.3', volumeMounts:"
                    + " [{name: app-logs, mountPath: /logs, readOnly: true}]}"));
    assertThat(rendered.targets().get(0).additions())
        .isEqualTo(
            Given.value(
                "{volumeMounts: [{name: app-logs, mountPath: /logs}],"
                    + " env: [{name: LOG_DIR, value: /logs}]}"));
    assertThat(rendered.volumes())
        .containsExactly(Part.of(mapping("{name: app-logs, emptyDir: {}}")));
    assertThat(rendered.pod().value())
        .isEqualTo(
            Given.value(
                "{metadata: {annotations: {example.com/logs: enabled}},"
                    + " spec: {shareProcessNamespace: true}}"));
  }

  private static Value.Mapping mapping(String yaml) {
    return (Value.Mapping) Given.value(yaml);
  }
}
