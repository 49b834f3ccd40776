package dev.sidecarctl.model;

import static dev.sidecarctl.cases.ManifestData.map;
import static dev.sidecarctl.cases.ManifestData.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A template of the model test in three versions: its text, and what it makes of a pod, worked out
 * over plain maps.
 */
enum ModelTemplate {
  /** A native sidecar; from version 2 on it has a volume. */
  ALPHA {
    @Override
    String body(int version) {
      String volume =
          version == 1
              ? ""
              : """
                    volumeMounts: [{name: alpha-spool, mountPath: /spool}]
                volumes:
                  - {name: alpha-spool, emptyDir: {}}
              """;
      return """
        sidecars:
          - name: alpha
            image: "alpha:%1$d"
            env:
              - {name: LEVEL, value: level-one}
              - {name: VERSION, value: "%1$d"}
      %2$s  targets:
          - env: [{name: ALPHA, value: "a%1$d"}]
        pod:
          metadata:
            annotations: {alpha.example/version: "%1$d"}
      """
          .formatted(version, volume);
    }

    @Override
    void addTo(Map<String, Object> pod, int version, ModelEdits edits) {
      Map<String, Object> spec = map(pod.get("spec"));
      for (Map<String, Object> container : application(spec)) {
        list(container, "env").add(variable("ALPHA", "a" + version));
      }
      Map<String, Object> sidecar = new LinkedHashMap<>();
      sidecar.put("name", "alpha");
      sidecar.put("image", edits.image().isEmpty() ? "alpha:" + version : edits.image());
      String level = edits.level() ? "level-hand" : "level-one";
      sidecar.put(
          "env", List.of(variable("LEVEL", level), variable("VERSION", String.valueOf(version))));
      sidecar.put("restartPolicy", "Always");
      if (version > 1) {
        sidecar.put("volumeMounts", List.of(Map.of("name", "alpha-spool", "mountPath", "/spool")));
        list(spec, "volumes").add(Map.of("name", "alpha-spool", "emptyDir", Map.of()));
      }
      list(spec, "initContainers").add(sidecar);
      mapping(mapping(pod, "metadata"), "annotations")
          .put("alpha.example/version", String.valueOf(version));
    }
  },

  /** An ordinary container that shares a volume with the application; version 2 drops a host. */
  BETA {
    @Override
    String body(int version) {
      String hosts =
          version == 2
              ? ""
              : """
                pod:
                  spec:
                    hostAliases: [{ip: 10.0.0.1, hostnames: [beta]}]
              """;
      return """
        containers:
          - name: beta
            image: "beta:%d"
        volumes:
          - {name: beta-data, emptyDir: {}}
        targets:
          - volumeMounts: [{name: beta-data, mountPath: /beta}]
      %s"""
          .formatted(version, hosts);
    }

    @Override
    void addTo(Map<String, Object> pod, int version, ModelEdits edits) {
      Map<String, Object> spec = map(pod.get("spec"));
      for (Map<String, Object> container : application(spec)) {
        list(container, "volumeMounts").add(Map.of("name", "beta-data", "mountPath", "/beta"));
      }
      list(spec, "containers").add(Map.of("name", "beta", "image", "beta:" + version));
      list(spec, "volumes").add(Map.of("name", "beta-data", "emptyDir", Map.of()));
      if (version != 2) {
        list(spec, "hostAliases").add(Map.of("ip", "10.0.0.1", "hostnames", List.of("beta")));
      }
    }
  };

  /** The template's file in one version. */
  String file(int version) {
    return """
    apiVersion: sidecarctl.dev/v1
    kind: SidecarTemplate
    metadata: {name: %s}
    spec:
      version: "%d"
    """
            .formatted(word(), version)
        + body(version);
  }

  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  abstract String body(int version);

  /** Adds what it brings to a pod that has none of it. */
  abstract void addTo(Map<String, Object> pod, int version, ModelEdits edits);

  private static List<Map<String, Object>> application(Map<String, Object> spec) {
    List<Map<String, Object>> own = new ArrayList<>();
    for (Object item : list(spec, "containers")) {
      if (!text(map(item), "name").equals("beta")) {
        own.add(map(item));
      }
    }
    return own;
  }

  private static Map<String, Object> variable(String name, String value) {
    return Map.of("name", name, "value", value);
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Map<String, Object> holder, String key) {
    if (holder.get(key) == null) {
      holder.put(key, new ArrayList<>());
    }
    return (List<Object>) holder.get(key);
  }

  private static Map<String, Object> mapping(Map<String, Object> holder, String key) {
    if (holder.get(key) == null) {
      holder.put(key, new LinkedHashMap<>());
    }
    return map(holder.get(key));
  }
}
