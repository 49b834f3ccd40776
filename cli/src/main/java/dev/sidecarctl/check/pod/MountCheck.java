package dev.sidecarctl.check.pod;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What containers see of volumes ({@code ValidateVolumeMounts}, {@code ValidateVolumeDevices}). */
final class MountCheck {
  private static final int SUB_PATH_OF_IMAGE = 33;
  private static final List<String> PROPAGATIONS =
      List.of("Bidirectional", "HostToContainer", "None");
  private static final List<String> READ_ONLY_MODES = List.of("Disabled", "Enabled", "IfPossible");

  private final PodContext pod;
  private final Findings findings;

  MountCheck(PodContext pod) {
    this.pod = pod;
    this.findings = pod.findings();
  }

  void container(Field container) {
    List<Field> mounts = container.items("volumeMounts");
    List<Field> devices = container.items("volumeDevices");
    Set<String> paths = new HashSet<>();
    for (Field mount : mounts) {
      mount(container, mount, devices, paths);
    }
    devices(devices, mounts);
    if (!devices.isEmpty() && pod.hasUserNamespace()) {
      findings.forbidden(container.key("volumeDevices"), "when `hostUsers` is false");
    }
  }

  private void mount(Field container, Field mount, List<Field> devices, Set<String> paths) {
    Field name = mount.key("name");
    if (name.isEmpty()) {
      findings.required(name);
    }
    if (isUnknown(name)) {
      findings.notFound(name, "");
    }
    Field path = mount.key("mountPath");
    if (path.isEmpty()) {
      findings.required(path);
    }
    if ((path.isText() || !path.isSet()) && !paths.add(path.text())) {
      findings.invalid(path, "must be unique");
    }
    if (stands(devices, "name", name)) {
      findings.invalid(name, "must not already exist in volumeDevices");
    }
    if (stands(devices, "devicePath", path)) {
      findings.invalid(path, "must not already exist as a path in volumeDevices");
    }
    subPaths(mount);
    propagation(container, mount);
    recursiveReadOnly(mount);
  }

  /** A volume that is broken itself is complained of once. */
  private boolean isUnknown(Field name) {
    boolean readable = name.isText() || !name.isSet();
    return readable
        && !pod.volumes().containsKey(name.text())
        && !pod.brokenVolumes().contains(name.text());
  }

  private static boolean stands(List<Field> items, String key, Field sought) {
    if (sought.isText()) {
      for (Field item : items) {
        if (item.key(key).says(sought.text())) {
          return true;
        }
      }
    }
    return false;
  }

  private void subPaths(Field mount) {
    Field subPath = mount.key("subPath");
    Field expression = mount.key("subPathExpr");
    if (!subPath.text().isEmpty()) {
      Paths.localDescending(subPath, findings);
    }
    if (!expression.text().isEmpty()) {
      if (!subPath.text().isEmpty()) {
        findings.invalid(expression, "subPathExpr and subPath are mutually exclusive");
      }
      Paths.localDescending(expression, findings);
    }
    Field volume = pod.volumes().get(mount.key("name").text());
    boolean ofImage = volume != null && volume.key("image").isSet();
    if (ofImage && !pod.since(SUB_PATH_OF_IMAGE)) {
      for (Field field : List.of(subPath, expression)) {
        if (!field.text().isEmpty()) {
          findings.invalid(field, "not allowed in image volume sources");
        }
      }
    }
  }

  private void propagation(Field container, Field mount) {
    Field propagation = mount.key("mountPropagation");
    if (propagation.text().isEmpty()) {
      return;
    }
    if (!PROPAGATIONS.contains(propagation.text())) {
      findings.unsupported(propagation, PROPAGATIONS);
    }
    if (propagation.says("Bidirectional")
        && !container.path("securityContext", "privileged").isTrue()) {
      findings.forbidden(
          propagation,
          "Bidirectional mount propagation is available only to privileged containers");
    }
  }

  private void recursiveReadOnly(Field mount) {
    Field mode = mount.key("recursiveReadOnly");
    if (!mode.isText() || mode.says("Disabled")) {
      return;
    }
    if (!READ_ONLY_MODES.contains(mode.text())) {
      findings.unsupported(mode, READ_ONLY_MODES);
      return;
    }
    if (!mount.key("readOnly").isTrue()) {
      findings.forbidden(mode, "may only be specified when readOnly is true");
    }
    Field propagation = mount.key("mountPropagation");
    if (!propagation.text().isEmpty() && !propagation.says("None")) {
      findings.forbidden(
          mode, "may only be specified when mountPropagation is None or not specified");
    }
  }

  private void devices(List<Field> devices, List<Field> mounts) {
    Set<String> names = new HashSet<>();
    Set<String> paths = new HashSet<>();
    for (Field device : devices) {
      Field name = device.key("name");
      if (name.isEmpty()) {
        findings.required(name);
      }
      if (!names.add(name.text())) {
        findings.invalid(name, "must be unique");
      }
      Field volume = pod.volumes().get(name.text());
      if (volume != null && !isBlockSource(volume)) {
        findings.invalid(
            name,
            "can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode");
      }
      if (isUnknown(name)) {
        findings.notFound(name, "");
      }
      devicePath(device.key("devicePath"), paths);
      if (stands(mounts, "name", name)) {
        findings.invalid(name, "must not already exist in volumeMounts");
      }
      if (stands(mounts, "mountPath", device.key("devicePath"))) {
        findings.invalid(
            device.key("devicePath"), "must not already exist as a path in volumeMounts");
      }
    }
  }

  private void devicePath(Field path, Set<String> paths) {
    if (path.isEmpty()) {
      findings.required(path);
    }
    if (paths.contains(path.text())) {
      findings.invalid(path, "must be unique");
    }
    if (Paths.hasBackstep(path.text())) {
      findings.invalid(path, "can not contain backsteps ('..')");
    } else {
      paths.add(path.text());
    }
  }

  /** A claim template of a StatefulSet counts as a claim. */
  private static boolean isBlockSource(Field volume) {
    return volume.key("persistentVolumeClaim").isSet()
        || volume.key("ephemeral").isSet()
        || volume.path("spec", "resources").isSet();
  }
}
