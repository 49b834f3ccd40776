package dev.sidecarctl.check.pod;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import java.util.List;
import java.util.Map;

/** Volumes of particular storage systems: mostly, what each of them needs. */
final class OtherStorage {
  private static final Map<String, List<String>> NEEDED =
      Map.ofEntries(
          Map.entry("gitRepo", List.of("repository")),
          Map.entry("gcePersistentDisk", List.of("pdName")),
          Map.entry("awsElasticBlockStore", List.of("volumeID")),
          Map.entry("nfs", List.of("server", "path")),
          Map.entry("iscsi", List.of("targetPortal", "iqn")),
          Map.entry("glusterfs", List.of("endpoints", "path")),
          Map.entry("rbd", List.of("monitors", "image")),
          Map.entry("cinder", List.of("volumeID")),
          Map.entry("cephfs", List.of("monitors")),
          Map.entry("quobyte", List.of("registry", "volume")),
          Map.entry("flexVolume", List.of("driver")),
          Map.entry("azureFile", List.of("secretName", "shareName")),
          Map.entry("vsphereVolume", List.of("volumePath")),
          Map.entry("photonPersistentDisk", List.of("pdID")),
          Map.entry("portworxVolume", List.of("volumeID")),
          Map.entry("azureDisk", List.of("diskName", "diskURI")),
          Map.entry("storageos", List.of()),
          Map.entry("scaleIO", List.of("gateway", "system", "volumeName")));
  private static final int HIGHEST_PARTITION = 255;
  private static final int HIGHEST_LUN = 255;
  private static final List<String> BLOB_URI =
      List.of("https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd");
  private static final List<String> MANAGED_URI =
      List.of(
          "/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute"
              + "/disks/{disk-id}");

  private final Findings findings;

  OtherStorage(Findings findings) {
    this.findings = findings;
  }

  void check(String name, Field source) {
    for (String key : NEEDED.getOrDefault(name, List.of())) {
      Field field = source.key(key);
      if (field.isEmpty() || (field.parent().name().equals(name) && isEmptyList(field))) {
        findings.required(field);
      }
    }
    switch (name) {
      case "nfs" -> absolute(source.key("path"));
      case "gitRepo" -> Paths.localDescending(source.key("directory"), findings);
      case "gcePersistentDisk", "awsElasticBlockStore" -> partition(source.key("partition"));
      case "iscsi" -> iscsi(source);
      case "fc" -> fibreChannel(source);
      case "flocker" -> flocker(source);
      case "azureDisk" -> azureDisk(source);
      default -> {
        // Nothing but what is needed.
      }
    }
  }

  private static boolean isEmptyList(Field field) {
    return field.value() instanceof dev.sidecarctl.yaml.Value.Sequence && !field.hasContent();
  }

  private void absolute(Field path) {
    if (!path.text().isEmpty() && !path.text().startsWith("/")) {
      findings.invalid(path, "must be an absolute path");
    }
  }

  private void partition(Field partition) {
    if (partition.number(0) < 0 || partition.number(0) > HIGHEST_PARTITION) {
      findings.invalid(partition, "must be between 0 and 255, inclusive");
    }
  }

  private void iscsi(Field source) {
    Field name = source.key("iqn");
    String text = name.text();
    if (!text.isEmpty()
        && !text.startsWith("iqn")
        && !text.startsWith("eui")
        && !text.startsWith("naa")) {
      findings.invalid(name, "must be valid format starting with iqn, eui, or naa");
    }
    Field lun = source.key("lun");
    if (lun.number(0) < 0 || lun.number(0) > HIGHEST_LUN) {
      findings.invalid(lun, "must be between 0 and 255, inclusive");
    }
  }

  private void fibreChannel(Field source) {
    boolean names = source.key("targetWWNs").hasContent();
    boolean ids = source.key("wwids").hasContent();
    if (names == ids) {
      if (names) {
        findings.invalid(
            source.key("targetWWNs"),
            "",
            "targetWWNs and wwids can not be specified simultaneously");
      } else {
        findings.required(
            source.key("targetWWNs"), "must specify either targetWWNs or wwids, but not both");
      }
    }
    if (names && !source.key("lun").isSet()) {
      findings.required(source.key("lun"), "lun is required if targetWWNs is specified");
    }
  }

  private void flocker(Field source) {
    boolean name = !source.key("datasetName").isEmpty();
    boolean id = !source.key("datasetUUID").isEmpty();
    if (!name && !id) {
      findings.required(source, "one of datasetName and datasetUUID is required");
    } else if (name && id) {
      findings.invalid(
          source,
          "\"resource\"",
          "datasetName and datasetUUID can not be specified simultaneously");
    } else if (source.key("datasetName").text().contains("/")) {
      findings.invalid(source.key("datasetName"), "must not contain '/'");
    }
  }

  private void azureDisk(Field source) {
    Field uri = source.key("diskURI");
    boolean managed = source.key("kind").says("Managed");
    if (managed && !uri.text().startsWith("/subscriptions/")) {
      findings.unsupported(uri, MANAGED_URI);
    } else if (!managed && !uri.text().startsWith("https://")) {
      findings.unsupported(uri, BLOB_URI);
    }
    word(source.key("kind"), List.of("Dedicated", "Managed", "Shared"));
    word(source.key("cachingMode"), List.of("None", "ReadOnly", "ReadWrite"));
  }

  private void word(Field field, List<String> words) {
    if (!field.text().isEmpty() && !words.contains(field.text())) {
      findings.unsupported(field, words);
    }
  }
}
