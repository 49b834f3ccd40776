package dev.sidecarctl.check.pod;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.kubernetes.Names;
import java.util.List;

/** Environment variables ({@code validateEnv}, {@code validateEnvFrom}). */
final class EnvCheck {
  private static final int RELAXED_NAMES = 32;
  private static final int FILE_KEYS = 35;
  private static final String FILE_KEY = "fileKeyRef";
  private static final List<String> SOURCES =
      List.of("fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef", FILE_KEY);
  private static final List<String> FIELDS =
      List.of(
          "metadata.name",
          "metadata.namespace",
          "metadata.uid",
          "spec.nodeName",
          "spec.serviceAccountName",
          "status.hostIP",
          "status.hostIPs",
          "status.podIP",
          "status.podIPs");

  private final PodContext pod;
  private final Findings findings;
  private final DownwardCheck downward;

  EnvCheck(PodContext pod) {
    this.pod = pod;
    this.findings = pod.findings();
    this.downward = new DownwardCheck(pod.findings());
  }

  void container(Field container) {
    for (Field variable : container.items("env")) {
      Field name = variable.key("name");
      if (name.isEmpty()) {
        findings.required(name);
      } else if (name.isText()) {
        findings.invalid(name, nameReasons(name.text()));
      }
      valueFrom(variable);
    }
    for (Field source : container.items("envFrom")) {
      envFrom(source);
    }
  }

  private List<String> nameReasons(String name) {
    return pod.since(RELAXED_NAMES) ? Names.env(name) : Names.oldEnv(name);
  }

  private void valueFrom(Field variable) {
    Field from = variable.key("valueFrom");
    if (!from.isSet()) {
      return;
    }
    int sources = 0;
    for (String name : SOURCES) {
      Field source = from.key(name);
      if (source.isSet() && (pod.since(FILE_KEYS) || !name.equals(FILE_KEY))) {
        sources++;
        source(name, source);
      }
    }
    if (sources == 0) {
      findings.invalid(from, "\"\"", "must specify one of: " + sourceNames());
    } else if (!variable.key("value").isEmpty()) {
      findings.invalid(from, "\"\"", "may not be specified when `value` is not empty");
    } else if (sources > 1) {
      findings.invalid(from, "\"\"", "may not have more than one field specified at a time");
    }
  }

  private String sourceNames() {
    return pod.since(FILE_KEYS)
        ? "`fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`"
        : "`fieldRef`, `resourceFieldRef`, `configMapKeyRef` or `secretKeyRef`";
  }

  private void source(String name, Field source) {
    switch (name) {
      case "fieldRef" -> downward.fieldRef(source, FIELDS);
      case "resourceFieldRef" -> downward.resourceFieldRef(source, false);
      case FILE_KEY -> fileKey(source);
      default -> key(source);
    }
  }

  /** A key of a ConfigMap or Secret. */
  private void key(Field source) {
    Field name = source.key("name");
    if (name.isText() || !name.isSet()) {
      findings.invalid(name, Names.subdomain(name.text()));
    }
    Field key = source.key("key");
    if (key.isEmpty()) {
      findings.required(key);
    } else if (key.isText()) {
      findings.invalid(key, Names.configKey(key.text()));
    }
  }

  private void fileKey(Field source) {
    Field key = source.key("key");
    if (key.isEmpty()) {
      findings.required(key);
    } else {
      findings.invalid(key, nameReasons(key.text()));
    }
    Field volume = source.key("volumeName");
    if (volume.isEmpty()) {
      findings.required(volume);
    } else if (!pod.brokenVolumes().contains(volume.text())) {
      Field found = pod.volumes().get(volume.text());
      if (found == null) {
        findings.notFound(volume, "");
      } else if (!found.key("emptyDir").isSet() && VolumeSources.any(found)) {
        findings.invalid(volume, "referenced volume must be of type emptyDir");
      }
    }
    Field path = source.key("path");
    if (path.isEmpty()) {
      findings.required(path);
    } else {
      Paths.localNonReserved(path, path, findings);
    }
  }

  private void envFrom(Field source) {
    Field prefix = source.key("prefix");
    if (!prefix.text().isEmpty()) {
      findings.invalid(prefix, nameReasons(prefix.text()));
    }
    int sources = 0;
    for (String name : List.of("configMapRef", "secretRef")) {
      Field reference = source.key(name);
      if (reference.isSet()) {
        sources++;
        Field referred = reference.key("name");
        if (referred.isEmpty()) {
          findings.required(referred);
        } else if (referred.isText()) {
          findings.invalid(referred, Names.subdomain(referred.text()));
        }
      }
    }
    if (sources == 0) {
      findings.invalid(source, "\"\"", "must specify one of: `configMapRef` or `secretRef`");
    } else if (sources > 1) {
      findings.invalid(source, "\"\"", "may not have more than one field specified at a time");
    }
  }
}
