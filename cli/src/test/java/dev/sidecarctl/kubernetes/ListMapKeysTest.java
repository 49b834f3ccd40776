package dev.sidecarctl.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.FieldPath;
import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.YamlStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListMapKeysTest {
  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "containers | {name: web} | web",
        "initContainers | {name: web} | web",
        "volumes | {name: data} | data",
        "env | {name: A, value: b} | A",
        "imagePullSecrets | {name: a} | a",
        "volumeMounts | {name: a, mountPath: /var/log} | /var/log",
        "volumeMounts | {name: a, mountPath: /var/log//} | /var/log",
        "volumeMounts | {name: a, mountPath: /} | /",
        "volumeDevices | {name: a, devicePath: /dev/x} | /dev/x",
        "ports | {containerPort: 80} | 80/TCP",
        "ports | {containerPort: 53, protocol: UDP} | 53/UDP",
        "ports | {name: http} | -",
        "hostAliases | {ip: 10.0.0.1} | 10.0.0.1",
        "topologySpreadConstraints | {topologyKey: zone, whenUnsatisfiable: DoNotSchedule} | zone/DoNotSchedule",
        "topologySpreadConstraints | {topologyKey: zone} | -",
        "tolerations | {key: a} | -",
        "envFrom | {prefix: a} | -",
        "args | a | -",
        "containers | {image: a} | ''",
        "containers | {name: 1} | ''",
      })
  void knowsItemsByTheirListMapKeys(String list, String item, String key) {
    Value value = YamlStream.of(new Source("t", item)).documents().get(0).value();
    FieldPath path = FieldPath.of("spec", "template", "spec").key(list);
    assertThat(new ListMapKeys().key(path, value).orElse("-")).isEqualTo(key);
  }
}
