package dev.sidecarctl.check.pod;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import java.util.ArrayList;
import java.util.List;

/** Files of one volume that cover each other ({@code warningsForOverlappingVirtualPaths}). */
final class PathWarnings {
  private final Findings findings;

  PathWarnings(Findings findings) {
    this.findings = findings;
  }

  /**
   * A file of a volume.
   *
   * @param path below the volume, without a slash at its end
   * @param source which of several sources it comes from; empty where there is one
   */
  private record VolumeFile(String path, String source) {
    String words() {
      return Findings.quoted(path) + (source.isEmpty() ? "" : " (" + source + ")");
    }

    boolean covers(VolumeFile other) {
      return !path.isEmpty()
          && !other.path.isEmpty()
          && (path.equals(other.path)
              || path.startsWith(other.path + "/")
              || other.path.startsWith(path + "/"));
    }
  }

  void check(Field spec) {
    for (Field volume : spec.items("volumes")) {
      Field configMap = volume.key("configMap");
      overlaps(
          volume, "ConfigMap " + Findings.quoted(configMap.key("name").text()), files(configMap));
      Field secret = volume.key("secret");
      overlaps(volume, "Secret " + Findings.quoted(secret.key("secretName").text()), files(secret));
      overlaps(volume, "DownwardAPI", files(volume.key("downwardAPI")));
      projected(volume);
    }
  }

  private static List<VolumeFile> files(Field source) {
    return files(source, "");
  }

  private static List<VolumeFile> files(Field source, String name) {
    List<VolumeFile> files = new ArrayList<>();
    for (Field item : source.items("items")) {
      files.add(file(item.key("path"), name));
    }
    return files;
  }

  private static VolumeFile file(Field path, String name) {
    String text = path.text();
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '/') {
      end--;
    }
    return new VolumeFile(text.substring(0, end), name);
  }

  private void projected(Field volume) {
    List<VolumeFile> files = new ArrayList<>();
    for (Field source : volume.key("projected").items("sources")) {
      Field configMap = source.key("configMap");
      Field secret = source.key("secret");
      Field token = source.key("serviceAccountToken");
      boolean any = configMap.isSet() || secret.isSet() || token.isSet();
      if (!any
          && !source.key("downwardAPI").isSet()
          && !source.key("clusterTrustBundle").isSet()
          && !source.key("podCertificate").isSet()) {
        findings.remark(
            source,
            "volume "
                + Findings.quoted(volume.key("name").text())
                + " (Projected) has no sources provided");
      }
      files.addAll(files(configMap, "ConfigMap " + Findings.quoted(configMap.key("name").text())));
      files.addAll(files(secret, "Secret " + Findings.quoted(secret.key("name").text())));
      files.addAll(files(source.key("downwardAPI"), "DownwardAPI"));
      if (token.isSet()) {
        files.add(file(token.key("path"), "ServiceAccountToken"));
      }
    }
    overlaps(volume, "Projected", files);
  }

  private void overlaps(Field volume, String what, List<VolumeFile> files) {
    for (int i = 1; i < files.size(); i++) {
      for (VolumeFile before : files.subList(0, i)) {
        if (files.get(i).covers(before)) {
          findings.remark(
              volume,
              "volume "
                  + Findings.quoted(volume.key("name").text())
                  + " ("
                  + what
                  + "): overlapping paths: "
                  + files.get(i).words()
                  + " with "
                  + before.words());
        }
      }
    }
  }
}
