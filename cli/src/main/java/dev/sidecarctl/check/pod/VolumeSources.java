package dev.sidecarctl.check.pod;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.kubernetes.Names;
import dev.sidecarctl.kubernetes.Quantities;
import java.util.List;

/** Where the content of a volume comes from ({@code validateVolumeSource}). */
final class VolumeSources {
  /** In the order in which an API server looks; the first that is there counts. */
  private static final List<String> SOURCES =
      List.of(
          "emptyDir",
          "hostPath",
          "gitRepo",
          "gcePersistentDisk",
          "awsElasticBlockStore",
          "secret",
          "nfs",
          "iscsi",
          "glusterfs",
          "flocker",
          "persistentVolumeClaim",
          "rbd",
          "cinder",
          "cephfs",
          "quobyte",
          "downwardAPI",
          "fc",
          "flexVolume",
          "configMap",
          "azureFile",
          "vsphereVolume",
          "photonPersistentDisk",
          "portworxVolume",
          "azureDisk",
          "storageos",
          "projected",
          "scaleIO",
          "csi",
          "ephemeral",
          "image");

  private static final List<String> HOST_PATH_TYPES =
      List.of(
          "",
          "BlockDevice",
          "CharDevice",
          "Directory",
          "DirectoryOrCreate",
          "File",
          "FileOrCreate",
          "Socket");
  private static final int IMAGES = 35;
  private static final List<String> PULL_POLICIES = List.of("Always", "IfNotPresent", "Never");

  private final PodContext pod;
  private final Findings findings;
  private final VolumeItems items;
  private final ProjectedSources projected;
  private final ClaimCheck claims;
  private final OtherStorage others;

  VolumeSources(PodContext pod) {
    this.pod = pod;
    this.findings = pod.findings();
    this.items = new VolumeItems(pod);
    this.projected = new ProjectedSources(pod, items);
    this.claims = new ClaimCheck(pod.findings());
    this.others = new OtherStorage(pod.findings());
  }

  /** Whether a volume names any source; one that names none is an emptyDir. */
  static boolean any(Field volume) {
    for (String name : SOURCES) {
      if (volume.key(name).isSet()) {
        return true;
      }
    }
    return false;
  }

  void check(Field volume) {
    boolean any = false;
    for (String name : SOURCES) {
      Field source = volume.key(name);
      if (!source.isSet() || (name.equals("image") && !pod.since(IMAGES))) {
        continue;
      }
      if (any) {
        findings.forbidden(source, "may not specify more than 1 volume type");
        continue;
      }
      any = true;
      source(name, source);
    }
  }

  private void source(String name, Field source) {
    switch (name) {
      case "emptyDir" -> emptyDir(source);
      case "hostPath" -> hostPath(source);
      case "secret" -> {
        require(source.key("secretName"));
        items.keys(source);
      }
      case "configMap" -> {
        require(source.key("name"));
        items.keys(source);
      }
      case "persistentVolumeClaim" -> require(source.key("claimName"));
      case "downwardAPI" -> items.downward(source);
      case "projected" -> projected.check(source);
      case "csi" -> csi(source);
      case "ephemeral" -> ephemeral(source);
      case "image" -> image(source);
      default -> others.check(name, source);
    }
  }

  private void require(Field field) {
    if (field.isEmpty()) {
      findings.required(field);
    }
  }

  private void emptyDir(Field source) {
    String limit = source.key("sizeLimit").scalarText();
    if (Quantities.canonical(limit).isPresent() && Quantities.compare(limit, "0") < 0) {
      findings.forbidden(
          source.key("sizeLimit"), "SizeLimit field must be a valid resource quantity");
    }
  }

  private void hostPath(Field source) {
    Field path = source.key("path");
    if (path.isEmpty()) {
      findings.required(path);
    } else {
      Paths.noBacksteps(path, path, findings);
    }
    Field type = source.key("type");
    if (!HOST_PATH_TYPES.contains(type.text())) {
      findings.unsupported(type, HOST_PATH_TYPES);
    }
  }

  private void csi(Field source) {
    Field driver = source.key("driver");
    if (driver.isEmpty()) {
      findings.required(driver);
    } else if (driver.isText()) {
      if (driver.text().length() > 63) {
        findings.tooLong(driver, "may not be more than 63 bytes");
      }
      findings.invalid(driver, Names.subdomain(driver.text().toLowerCase(java.util.Locale.ROOT)));
    }
    Field secret = source.key("nodePublishSecretRef");
    if (secret.isSet()) {
      require(secret.key("name"));
    }
  }

  private void ephemeral(Field source) {
    Field template = source.key("volumeClaimTemplate");
    if (!template.isSet()) {
      findings.required(template);
    } else {
      claims.spec(template.key("spec"));
    }
  }

  /** Templates may leave the reference out: whoever makes the pods may put it in. */
  private void image(Field source) {
    if (pod.isPod()) {
      require(source.key("reference"));
    }
    Field policy = source.key("pullPolicy");
    if (!policy.text().isEmpty() && !PULL_POLICIES.contains(policy.text())) {
      findings.unsupported(policy, PULL_POLICIES);
    }
  }
}
