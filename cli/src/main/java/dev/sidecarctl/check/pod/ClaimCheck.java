package dev.sidecarctl.check.pod;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.kubernetes.Names;
import dev.sidecarctl.kubernetes.Quantities;
import java.util.List;

/** What a claim of storage must say ({@code ValidatePersistentVolumeClaimSpec}). */
public final class ClaimCheck {
  private static final List<String> ACCESS_MODES =
      List.of("ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod");
  private static final List<String> VOLUME_MODES = List.of("Block", "Filesystem");

  private final Findings findings;

  /**
   * @param findings where everything goes
   */
  public ClaimCheck(Findings findings) {
    this.findings = findings;
  }

  /** Checks the {@code spec} of a claim, or of a claim template. */
  public void spec(Field spec) {
    List<Field> modes = spec.items("accessModes");
    if (modes.isEmpty()) {
      findings.required(spec.key("accessModes"), "at least 1 access mode is required");
    }
    boolean single = false;
    for (Field mode : modes) {
      single |= mode.says("ReadWriteOncePod");
      if (mode.isText() && !ACCESS_MODES.contains(mode.text())) {
        findings.unsupported(mode.parent(), Findings.quoted(mode.text()), ACCESS_MODES);
      }
    }
    if (single && modes.size() > 1) {
      findings.forbidden(
          spec.key("accessModes"), "may not use ReadWriteOncePod with other access modes");
    }
    Field storage = spec.path("resources", "requests").entry("storage");
    if (!storage.isWritten()) {
      findings.required(spec.key("resources").entry("storage"));
    } else {
      amount(storage, spec);
    }
    Field source = spec.key("dataSource");
    if (source.isSet()) {
      for (String key : List.of("name", "kind")) {
        if (source.key(key).isEmpty()) {
          findings.required(source.key(key));
        }
      }
      Field group = source.key("apiGroup");
      if (!group.text().isEmpty()) {
        findings.invalid(group, Names.subdomain(group.text()));
      } else if (source.key("kind").isText() && !source.key("kind").says("PersistentVolumeClaim")) {
        findings.invalid(
            source, "", "must be 'PersistentVolumeClaim' when referencing the default apiGroup");
      }
    }
    Field volumeMode = spec.key("volumeMode");
    if (!volumeMode.text().isEmpty() && !VOLUME_MODES.contains(volumeMode.text())) {
      findings.unsupported(volumeMode, VOLUME_MODES);
    }
  }

  private void amount(Field storage, Field spec) {
    String text = storage.isSet() ? storage.scalarText() : "0";
    if (Quantities.canonical(text).isPresent() && Quantities.compare(text, "0") <= 0) {
      findings.invalid(
          spec.key("resources").entry("storage"),
          Findings.quoted(text),
          "must be greater than zero");
    }
  }
}
