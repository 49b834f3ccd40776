package dev.sidecarctl.cases;

import java.util.ArrayList;
import java.util.List;

/**
 * A template with which the corpus is injected.
 *
 * @param name as the outcomes call it
 * @param text the template itself
 * @param arguments of the command line, beside {@code -t}
 */
record CorpusTemplate(String name, String text, List<String> arguments) {
  private static final String VERSION = "--kubernetes-version";

  /** Something that a template says, and what its next version says instead. */
  private record Step(String before, String after) {}

  private static final String NEXT_VOLUME =
      "emptyDir: {}\n    - name: next\n      emptyDir: {}\n  targets:\n";

  private static final List<Step> STEPS =
      List.of(
          new Step("version: \"1.0.0\"", "version: \"1.1.0\""),
          new Step("cpu: $(params.cpuRequest)", "cpu: 7m\n          ephemeral-storage: 1Mi"),
          new Step("        allowPrivilegeEscalation: false\n", ""),
          new Step("emptyDir: {}\n  targets:\n", NEXT_VOLUME),
          new Step("288\n  targets:\n", NEXT_VOLUME.replace("emptyDir: {}\n    -", "288\n    -")),
          new Step("{name: LEVEL, value: info}", "{name: LEVEL, value: warn}"),
          new Step("        - {name: ADMIN, value: \"9901\"}\n", ""),
          new Step("        - {name: LOG_DIR, value: /var/log/app}\n", ""),
          new Step(
              "key: proxy, operator: Exists", "key: proxy, operator: Exists, effect: NoExecute"));

  /** Everything that a template can say, at once, and in front of what is there. */
  private static final String PROXY =
      """
      apiVersion: sidecarctl.dev/v1
      kind: SidecarTemplate
      metadata:
        name: proxy
      spec:
        version: "1.0.0"
        placement: First
        requires:
          os: linux
        initContainers:
          - name: proxy-init
            image: registry.example.com/proxy-init:1
            args: [--port, "15001"]
        sidecars:
          - name: proxy
            image: registry.example.com/proxy:1
            args:
              - --config
              - |
                listeners:
                - port: 15001   # taken by $(workload.kind)

                admin: off
            env:
              - {name: LEVEL, value: info}
              - {name: ADMIN, value: "9901"}
              - name: POD_IP
                valueFrom:
                  fieldRef:
                    fieldPath: status.podIP
            ports:
              - {name: proxy-admin, containerPort: 9901}
              - {containerPort: 15001}
            volumeMounts:
              - {name: proxy-certs, mountPath: /certs, readOnly: true}
            resources:
              limits: {cpu: 100m, memory: 64Mi}
        volumes:
          - name: proxy-certs
            secret:
              secretName: proxy-certs
              defaultMode: 288
        targets:
          - volumeMounts:
              - {name: proxy-certs, mountPath: /etc/proxy, readOnly: true}
            env:
              - {name: HTTP_PROXY, value: "http://127.0.0.1:15001"}
              - {name: "NO_PROXY", value: "localhost,*.svc"}
              - {name: LOG_DIR, value: /var/log/app}
            envFrom:
              - configMapRef: {name: proxy, optional: true}
        pod:
          metadata:
            labels: {example.com/proxy: "on"}
            annotations:
              example.com/proxy-ports: "15001,9901"
          spec:
            tolerations:
              - {key: proxy, operator: Exists}
            imagePullSecrets:
              - name: proxy-registry
            hostAliases:
              - ip: 127.0.0.1
                hostnames: [proxy.local]
      """;

  /** Every template of the catalogue, and one that says more than these do. */
  static List<CorpusTemplate> all() {
    List<CorpusTemplate> all = new ArrayList<>();
    for (CatalogueTemplate template : CatalogueTemplate.all()) {
      all.add(new CorpusTemplate(template.name(), template.text(), template.settings()));
    }
    all.add(new CorpusTemplate("proxy", PROXY, List.of()));
    all.add(new CorpusTemplate("proxy before 1.29", PROXY, List.of(VERSION, "1.28")));
    return all;
  }

  /** One that matches nothing at all. */
  static CorpusTemplate ofNothing() {
    String text = PROXY.replace("placement: First", "match: {names: [no-such-workload]}");
    return new CorpusTemplate("nothing", text, List.of());
  }

  /** Whether it is tried in all ways; for an older cluster the outcome alone is looked at. */
  boolean isForAllLaws() {
    return !arguments.contains(VERSION);
  }

  /** The next version: fields changed, items added and dropped. */
  CorpusTemplate next() {
    String next = text;
    for (Step step : STEPS) {
      next = next.replace(step.before(), step.after());
    }
    return new CorpusTemplate(name, next, arguments);
  }
}
