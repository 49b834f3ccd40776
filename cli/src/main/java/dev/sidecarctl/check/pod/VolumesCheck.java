package dev.sidecarctl.check.pod;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.kubernetes.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The volumes of a pod ({@code ValidateVolumes}): their names, and one source for each. */
final class VolumesCheck {
  private final PodContext pod;
  private final Findings findings;
  private final VolumeSources sources;

  VolumesCheck(PodContext pod) {
    this.pod = pod;
    this.findings = pod.findings();
    this.sources = new VolumeSources(pod);
  }

  /**
   * Checks them, and tells the pod which there are.
   *
   * @param claims the claim templates of a StatefulSet, whose volumes its pods have, too
   */
  void check(List<Field> claims) {
    Set<String> names = new HashSet<>();
    Set<String> claimed = new HashSet<>();
    for (Field claim : claims) {
      claimed.add(claim.path("metadata", "name").text());
    }
    for (Field volume : pod.spec().items("volumes")) {
      // A claim takes the place of a volume of its name.
      if (!claimed.contains(volume.key("name").text())) {
        check(volume, names);
      }
    }
    for (Field claim : claims) {
      Field field = claim.path("metadata", "name");
      if (field.isEmpty()) {
        findings.required(field);
      } else {
        findings.invalid(field, Names.label(field.text()));
      }
      pod.volumes().put(field.text(), claim);
    }
  }

  private void check(Field volume, Set<String> names) {
    int before = findings.all().size();
    sources.check(volume);
    Field name = volume.key("name");
    if (name.isEmpty()) {
      findings.required(name);
    } else if (name.isText()) {
      List<String> reasons = Names.label(name.text());
      findings.invalid(name, reasons);
      if (reasons.isEmpty() && !names.add(name.text())) {
        findings.duplicate(name, Findings.quoted(name.text()));
      }
    }
    if (findings.all().size() == before) {
      pod.volumes().put(name.text(), volume);
    } else {
      pod.brokenVolumes().add(name.text());
    }
  }
}
