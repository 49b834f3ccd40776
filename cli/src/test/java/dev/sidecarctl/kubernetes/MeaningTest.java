package dev.sidecarctl.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.YamlStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written in two ways and means the same to a cluster, and what only looks like it. */
class MeaningTest {

  @ParameterizedTest(name = "{0}: {1} is {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          containers | {name: a, image: 'b:1', tty: false} | {image: 'b:1', name: a}
          containers | {name: a, terminationMessagePath: /dev/termination-log} | {name: a}
          initContainers | {name: a, terminationMessagePolicy: File} | {name: a}
          containers | {name: a, image: b, imagePullPolicy: Always} | {name: a, image: b}
          containers | {name: a, image: 'b:latest', imagePullPolicy: Always} | {name: a, image: 'b:latest'}
          containers | {name: a, image: 'b:1', imagePullPolicy: IfNotPresent} | {name: a, image: 'b:1'}
          containers | {name: a, image: 'r:5000/b', imagePullPolicy: Always} | {name: a, image: 'r:5000/b'}
          containers | {name: a, image: 'b@sha256:0', imagePullPolicy: IfNotPresent} | {name: a, image: 'b@sha256:0'}
          containers | {name: a, env: [], args: null, command: , workingDir: ''} | {name: a}
          containers | {name: a, resources: {}} | {name: a}
          containers | {ports: [{containerPort: 80, protocol: TCP, hostPort: 0}]} | {ports: [{containerPort: 80}]}
          containers | {ports: [{containerPort: 0x50}]} | {ports: [{containerPort: 80}]}
          containers | {ports: [{containerPort: 80.0}]} | {ports: [{containerPort: 80}]}
          containers | {livenessProbe: {httpGet: {port: 1}, periodSeconds: 10}} | {livenessProbe: {httpGet: {port: 1, scheme: HTTP, path: /}}}
          containers | {resources: {limits: {cpu: 100m}}} | {resources: {limits: {cpu: 0.1}}}
          containers | {resources: {limits: {cpu: 1}, requests: {cpu: 1}}} | {resources: {limits: {cpu: 1}}}
          containers | {resources: {limits: {cpu: 1}, requests: {cpu: 1, memory: 1Gi}}} | {resources: {limits: {cpu: 1}, requests: {memory: 1024Mi}}}
          volumeMounts | {name: a, mountPath: /a/, readOnly: false} | {name: a, mountPath: /a}
          volumeDevices | {name: a, devicePath: /dev/a/} | {name: a, devicePath: /dev/a}
          volumes | {name: a} | {name: a, emptyDir: {}}
          volumes | {name: a, emptyDir: null} | {name: a, emptyDir: {}}
          volumes | {name: a, emptyDir: {sizeLimit: 1Gi}} | {name: a, emptyDir: {sizeLimit: 1024Mi}}
          volumes | {name: a, configMap: {name: b, defaultMode: 0644}} | {name: a, configMap: {name: b}}
          volumes | {name: a, secret: {secretName: b, defaultMode: 420}} | {name: a, secret: {secretName: b}}
          env | {name: A, valueFrom: {fieldRef: {fieldPath: b, apiVersion: v1}}} | {name: A, valueFrom: {fieldRef: {fieldPath: b}}}
          env | {name: A, value: ''} | {name: A}
          nodeSelector | {a: } | {a: ''}
          nodeSelector | {a: b, c: d} | {c: d, a: b}
          """)
  void isTheSame(String field, String left, String right) {
    assertThat(same(field, left, right)).isTrue();
    assertThat(same(field, right, left)).isTrue();
  }

  @ParameterizedTest(name = "{0}: {1} is not {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          containers | {name: a, tty: true} | {name: a}
          containers | {name: a, tty: 'false'} | {name: b}
          containers | {name: a, args: [b, c]} | {name: a, args: [c, b]}
          containers | {name: a, image: b, imagePullPolicy: IfNotPresent} | {name: a, image: b}
          containers | {name: a, image: 'r:5000/b', imagePullPolicy: IfNotPresent} | {name: a, image: 'r:5000/b'}
          containers | {name: a, image: 'b:1', imagePullPolicy: Always} | {name: a, image: 'b:1'}
          containers | {name: a, image: 'b@sha256:0', imagePullPolicy: Always} | {name: a, image: 'b@sha256:0'}
          containers | {name: a, imagePullPolicy: Always} | {name: a}
          containers | {ports: [{containerPort: 80, protocol: UDP}]} | {ports: [{containerPort: 80}]}
          containers | {ports: [{containerPort: 80.5}]} | {ports: [{containerPort: 80}]}
          containers | {livenessProbe: {periodSeconds: 11}} | {livenessProbe: {}}
          containers | {resources: {limits: {cpu: 1}, requests: {cpu: 2}}} | {resources: {limits: {cpu: 1}}}
          containers | {resources: {requests: {cpu: 1}}} | {resources: {limits: {cpu: 1}}}
          volumeMounts | {name: a, mountPath: /a, readOnly: true} | {name: a, mountPath: /a}
          volumes | {name: a, emptyDir: {medium: Memory}} | {name: a}
          volumes | {name: a, hostPath: {}} | {name: a}
          volumes | {name: a, configMap: {name: b, defaultMode: 644}} | {name: a, configMap: {name: b}}
          nodeSelector | {a: b} | {a: c}
          nodeSelector | {a: ''} | {}
          nodeSelector | {a: 'false'} | {a: ''}
          labels | {a: 1Ki} | {a: '1024'}
          image | '1.0' | '1'
          """)
  void differs(String field, String left, String right) {
    assertThat(same(field, left, right)).isFalse();
    assertThat(same(field, right, left)).isFalse();
  }

  private static boolean same(String field, String left, String right) {
    return Meaning.same(field, value(left), value(right));
  }

  private static Value value(String text) {
    return YamlStream.of(new Source("t", text)).documents().get(0).value();
  }
}
