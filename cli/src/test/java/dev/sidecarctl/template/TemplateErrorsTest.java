package dev.sidecarctl.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.text.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a template's author is told, and where: {@code CODE LINE:COLUMN}. */
class TemplateErrorsTest {
  private static final String HEAD =
      """
      apiVersion: sidecarctl.dev/v1
      kind: SidecarTemplate
      metadata: {name: logs}
      spec:
        parameters:
          - {name: port, type: integer, default: 8080}
          - {name: path, default: /var/log}
        sidecars:
          - {name: logs, image: busybox}
      """;

  /** Each row is what stands below {@code spec}, from line 10 on, at two blanks. */
  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`placment: First` | template-unknown-key 10:3",
        "`placement: first` | template-value 10:14",
        "`version: 1.4` | template-type 10:12",
        "`extends: base` | template-unknown 10:12",
        "`extends: [base]` | template-type 10:12",
        "`extends: ''` | template-value 10:12",
        "`onConflict: kep` | template-value 10:15",
        "`match: {kind: [Pod]}` | template-unknown-key 10:11",
        "`match: {kinds: Pod}` | template-type 10:18",
        "`match: {kinds: [Deploymnet]}` | template-value 10:19",
        "`match: {kinds: [Rollout]}` | template-value 10:19",
        "`match: {names: ['web-[']}` | template-value 10:19",
        "`match: {names: ['']}` | template-value 10:19",
        "`match: {policy: optin}` | template-value 10:19",
        "`match: {labelSelector: {matchLabels: {tier: 1}}}` | template-type 10:47",
        "`match: {labelSelector: {matchExpressions: [{key: a, operator: In}]}}` | template-value 10:65",
        "`match: {labelSelector: {matchExpressions: [{key: a, operator: in, values: [b]}]}}` | template-value 10:65",
        "`match: {labelSelector: {matchExpressions: [{key: a, operator: Exists, values: [b]}]}}` | template-value 10:65",
        "`match: {labelSelector: {matchExpressions: [{operator: Exists}]}}` | template-missing-key 10:46",
        "`match: {names: ['$(params.path)']}` | reference-unknown 10:19",
        "`requires: {podNetwork: 'yes'}` | template-type 10:26",
        "`requires: {os: macos}` | template-value 10:18",
        "`requires: {sidecarctl: '>=2'}` | tool-version 10:26",
        "`requires: {sidecarctl: '>=1.4.2 <2'}` | ``",
        "`requires: {sidecarctl: '<1.4'}` | tool-version 10:26",
        "`requires: {sidecarctl: '1.4'}` | template-value 10:26",
        "`requires: {sidecarctl: 1.4}` | template-type 10:26",
        "`containers: {name: a}` | template-type 10:15",
        "`containers: [null]` | template-type 10:16",
        "`containers: [{image: a}]` | template-missing-key 10:16",
        "`containers: [{name: a}]` | template-missing-key 10:16",
        "`containers: [{name: a, image: b, imagePullpolicy: Always}]` | template-unknown-key 10:36",
        "`containers: [{name: a, image: b, when: true}]` | ``",
        "`containers: [{name: a, image: b, argsFromFile: x}]` | template-unknown-key 10:36",
        "`containers: [{name: a, image: b, args: [{value: x, when: z}]}]` | template-type 10:60",
        "`containers: [{name: a, image: b, args: [{yaml: {c: $(params.d)}}]}]` | reference-unknown 10:54",
        "`containers: [{name: a, image: b, args: [8080]}]` | template-type 10:43",
        "`containers: [{name: a, image: b, args: x}]` | template-type 10:42",
        "`containers: [{name: a, image: b, env: [{name: X, value: true}]}]` | template-type 10:59",
        "`containers: [{name: a, image: b, env: [{name: X}, {name: X}]}]` | template-duplicate 10:60",
        "`containers: [{name: a, image: b, env: [{name: 'X=Y'}]}]` | template-name 10:49",
        "`containers: [{name: a, image: b, ports: [{containerPort: '80'}]}]` | template-type 10:60",
        "`containers: [{name: a, image: b, ports: [{containerPort: 80, name: Http}]}]` | template-name 10:70",
        "`containers: [{name: a, image: b, ports: [{name: x}]}]` | template-missing-key 10:44",
        "`containers: [{name: a, image: b, resources: {limits: {memory: 64Mb}}}]` | template-value 10:65",
        "`containers: [{name: a, image: b, volumeMounts: [{name: v, path: /x}]}]` | template-missing-key 10:51, template-unknown-key 10:61",
        "`containers: [{name: A_b, image: b}]` | template-name 10:23",
        "`containers: [{name: logs, image: b}]` | template-duplicate 10:23",
        "`containers: [{name: a, image: b, before: x, after: z}]` | template-value 10:47",
        "`containers: [{name: a, image: b, after: a}]` | template-value 10:43",
        "`containers: [{name: a, image: b, ports: [{containerPort: 80}, {containerPort: 80, protocol: TCP}]}]` | template-duplicate 10:81",
        "`containers: [{name: a, image: b, ports: [{containerPort: 80}, {containerPort: 80, protocol: UDP}]}]` | ``",
        "`containers: [{name: a, image: b, volumeMounts: [{name: v, mountPath: /x}, {name: w, mountPath: /x/}]}]` | template-duplicate 10:98",
        "`pod: {metadata: {annotations: {sidecarctl.dev/inject: 'false'}}}` | template-value 10:34",
        "`pod: {metadata: {annotations: {logs.sidecarctl.dev/port: '80'}}}` | template-value 10:34",
        "`containers: [{name: a, image: $(params.pth)}]` | reference-unknown 10:33",
        "`containers: [{name: a, image: $(param.path)}]` | reference-unknown 10:33",
        "`containers: [{name: a, image: $(workload.uid)}]` | reference-unknown 10:33",
        "`containers: [{name: a, image: $(container.tag)}]` | reference-unknown 10:33",
        "`containers: [{name: a, image: b, tty: $(params.port)}]` | template-type 10:41",
        "`containers: [{name: a, image: b, ports: [{containerPort: $(params.path)}]}]` | template-type 10:60",
        "`containers: [{name: a, image: b, ports: [{containerPort: '1$(params.port)'}]}]` | template-type 10:60",
        "`volumes: [{name: v, emptydir: {}}]` | template-unknown-key 10:23",
        "`volumes: [{emptyDir: {}}]` | template-missing-key 10:13",
        "`volumes: [{name: v, emptyDir: []}]` | template-type 10:33",
        "`volumes: [{name: v}, {name: v}]` | template-duplicate 10:31",
        "`volumes: [{name: v.w}]` | template-name 10:20",
        "`targets: [{image: x}]` | template-unknown-key 10:14",
        "`targets: [{containers: []}]` | template-value 10:13",
        "`targets: [{containers: ['a[']}]` | template-value 10:27",
        "`targets: [{env: [{name: A, when: x}]}]` | template-type 10:36",
        "`pod: {spec: {containers: []}}` | template-unknown-key 10:16",
        "`pod: {onConflict: overwrite}` | template-value 10:21",
        "`pod: {metadata: {name: x}}` | template-unknown-key 10:20",
        "`pod: {metadata: {annotations: {a: 1}}}` | template-type 10:37",
        "`pod: {metadata: {labels: {$(params.x): a}}}` | reference-unknown 10:29",
        "`pod: {spec: {hostNetwork: 'true'}}` | template-type 10:29",
        "`sidecars: [{name: l, image: c}]` | duplicate-key 10:3",
      })
  void saysWhatIsWrongBelowSpec(String line, String expected) {
    assertThat(errors(HEAD + "  " + line + "\n")).isEqualTo(expected);
  }

  /** Each row is one parameter, in line 6. */
  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`{type: integer}` | template-missing-key 6:7",
        "`{name: a, typ: integer}` | template-unknown-key 6:17",
        "`{name: a, type: int}` | template-value 6:23",
        "`{name: a, type: list}` | ``",
        "`{name: a, type: list, minimum: 1}` | template-value 6:29",
        "`{name: a, type: list, items: duration, default: [1m, 1x]}` | template-type 6:60",
        "`{name: a, type: list, items: duration, minimum: 1m, default: [1m, 1s]}` | parameter-value 6:73",
        "`{name: a.b}` | template-name 6:14",
        "`{name: a, default: 1}` | template-type 6:26",
        "`{name: a, default: null}` | template-type 6:26",
        "`{name: a, type: integer, default: '1'}` | template-type 6:41",
        "`{name: a, type: boolean, default: 1}` | template-type 6:41",
        "`{name: a, type: quantity, default: 1MB}` | template-type 6:42",
        "`{name: a, type: duration, default: 5}` | template-type 6:42",
        "`{name: a, enum: [b, c], default: d}` | parameter-value 6:40",
        "`{name: a, enum: [1]}` | template-type 6:24",
        "`{name: a, pattern: '['}` | template-value 6:26",
        "`{name: a, pattern: '[a-z]', default: ab}` | parameter-value 6:44",
        "`{name: a, type: integer, pattern: '[a-z]'}` | template-value 6:41",
        "`{name: a, minimum: 1}` | template-value 6:17",
        "`{name: a, type: integer, minimum: 2, default: 1}` | parameter-value 6:53",
        "`{name: a, type: quantity, maximum: 1Gi, default: 1025Mi}` | parameter-value 6:56",
        "`{name: a, type: duration, minimum: 1m, maximum: 59s}` | template-value 6:42",
        "`{name: z}` | template-duplicate 7:14",
      })
  void saysWhatIsWrongWithAParameter(String parameter, String expected) {
    String text = HEAD.replace("{name: port, type: integer, default: 8080}", parameter);
    assertThat(errors(text.replace("{name: path, default: /var/log}", "{name: z}")))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | template-empty 1:1",
        "`# nothing~---~` | template-empty 1:1",
        "`- a` | template-kind 1:1",
        "`kind: SidecarTemplate` | template-missing-key 1:1",
        "`apiVersion: sidecarctl.dev/v1` | template-missing-key 1:1",
        "`apiVersion: v1~kind: ConfigMap` | template-kind 1:13, template-kind 2:7",
        "`apiVersion: sidecarctl.dev/v2~kind: SidecarTemplate` | template-kind 1:13",
        "`apiVersion: sidecarctl.dev/v1~kind: SidecarTemplate` | template-missing-key 1:1, template-missing-key 1:1",
        "`apiVersion: sidecarctl.dev/v1~kind: SidecarTemplate~metadata: {name: A}~spec: {description: x}` | template-name 3:18",
        "`apiVersion: sidecarctl.dev/v1~kind: SidecarTemplate~metadata: {name: a}~spec: {pod: {metadata: {labels: {}}}, targets: [{env: []}]}` | template-empty 4:1",
        "`a: [` | yaml-syntax 1:5",
      })
  void saysWhatIsWrongWithAFile(String text, String expected) {
    assertThat(errors(text.replace('~', '\n'))).isEqualTo(expected);
  }

  @Test
  void tellsAllThatIsWrongInAllDocuments() {
    String second = HEAD.replace("image: busybox", "imag: busybox");
    assertThat(errors(HEAD + "  placment: x\n---\n" + second))
        .isEqualTo(
            "template-unknown-key 10:3, template-duplicate 14:18,"
                + " template-missing-key 20:7, template-unknown-key 20:20");
  }

  @Test
  void helpsWithTheNearestKey() {
    assertThat(help(HEAD.replace("image: busybox", "image: busybox, imagePullpolicy: Never")))
        .isEqualTo("did you mean imagePullPolicy?");
    assertThat(help(HEAD + "  requires: {network: true}\n"))
        .isEqualTo("known are: sidecarctl, podNetwork, os, podSecurity");
    assertThat(help(HEAD + "  match: {kinds: [Rollout]}\n"))
        .isEqualTo("with its group: Rollout.argoproj.io");
  }

  private static String help(String text) {
    return diagnostics(text).get(0).help();
  }

  private static String errors(String text) {
    List<String> lines = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics(text)) {
      assertThat(diagnostic.isError()).isTrue();
      String place = diagnostic.place().orElseThrow().describe();
      lines.add(diagnostic.code().word() + place.replace("t.yaml:", " "));
    }
    return String.join(", ", lines);
  }

  private static List<Diagnostic> diagnostics(String text) {
    RefusedException refusal =
        catchThrowableOfType(
            RefusedException.class,
            () -> SidecarTemplate.read(new Source("t.yaml", text), Given.CONTEXT));
    return refusal == null ? List.of() : refusal.diagnostics();
  }
}
