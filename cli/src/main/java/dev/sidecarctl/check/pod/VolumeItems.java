package dev.sidecarctl.check.pod;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import java.util.List;

/** The files of volumes that are made of keys and fields. */
final class VolumeItems {
  private static final int HIGHEST_MODE = 0777;
  private static final List<String> FIELDS =
      List.of(
          "metadata.annotations",
          "metadata.labels",
          "metadata.name",
          "metadata.namespace",
          "metadata.uid");

  private final Findings findings;
  private final DownwardCheck downward;

  VolumeItems(PodContext pod) {
    this.findings = pod.findings();
    this.downward = new DownwardCheck(pod.findings());
  }

  /** Of a ConfigMap or Secret. */
  void keys(Field source) {
    mode(source.key("defaultMode"));
    for (Field item : source.items("items")) {
      key(item);
    }
  }

  void key(Field item) {
    if (item.key("key").isEmpty()) {
      findings.required(item.key("key"));
    }
    path(item.key("path"));
    mode(item.key("mode"));
  }

  /** Of the pod's own fields. */
  void downward(Field source) {
    mode(source.key("defaultMode"));
    for (Field item : source.items("items")) {
      downwardFile(item);
    }
  }

  void downwardFile(Field item) {
    path(item.key("path"));
    Field field = item.key("fieldRef");
    Field resource = item.key("resourceFieldRef");
    if (field.isSet()) {
      downward.fieldRef(field, FIELDS);
      if (resource.isSet()) {
        findings.invalid(
            item,
            "\"resource\"",
            "fieldRef and resourceFieldRef can not be specified simultaneously");
      }
    } else if (resource.isSet()) {
      downward.resourceFieldRef(resource, true);
    } else {
      findings.required(item, "one of fieldRef and resourceFieldRef is required");
    }
    mode(item.key("mode"));
  }

  void path(Field path) {
    if (path.isEmpty()) {
      findings.required(path);
    } else {
      Paths.localNonReserved(path, path, findings);
    }
  }

  void mode(Field mode) {
    if (mode.number().isPresent() && (mode.number(0) < 0 || mode.number(0) > HIGHEST_MODE)) {
      findings.invalid(mode, "must be a number between 0 and 0777 (octal), both inclusive");
    }
  }
}
