package dev.sidecarctl.check.pod;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The security context of the pod ({@code ValidatePodSecurityContext}). */
final class PodSecurityContextCheck {
  private static final Pattern SYSCTL =
      Pattern.compile("([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?");
  private static final int LONGEST_SYSCTL = 253;

  private final PodContext pod;
  private final Findings findings;

  PodSecurityContextCheck(PodContext pod) {
    this.pod = pod;
    this.findings = pod.findings();
  }

  void check() {
    Field share = pod.spec().key("shareProcessNamespace");
    if (share.isTrue() && pod.spec().key("hostPID").isTrue()) {
      findings.invalid(share, "ShareProcessNamespace and HostPID cannot both be enabled");
    }
    Field context = pod.spec().key("securityContext");
    if (!context.isSet()) {
      return;
    }
    SecurityContextCheck common = new SecurityContextCheck(pod);
    for (String key : List.of("fsGroup", "runAsUser", "runAsGroup")) {
      common.id(context.key(key));
    }
    for (Field group : context.items("supplementalGroups")) {
      common.id(group);
    }
    common.profiles(context);
    common.windowsOptions(context);
    word(context.key("fsGroupChangePolicy"), List.of("Always", "OnRootMismatch"));
    word(context.key("supplementalGroupsPolicy"), List.of("Merge", "Strict"));
    word(context.key("seLinuxChangePolicy"), List.of("MountOption", "Recursive"));
    sysctls(context.items("sysctls"));
  }

  private void word(Field field, List<String> words) {
    if (field.isText() && !words.contains(field.text())) {
      findings.unsupported(field, words);
    }
  }

  private void sysctls(List<Field> sysctls) {
    Set<String> seen = new HashSet<>();
    for (Field sysctl : sysctls) {
      Field name = sysctl.key("name");
      if (name.isEmpty()) {
        findings.required(name);
      } else if (name.text().length() > LONGEST_SYSCTL || !SYSCTL.matcher(name.text()).matches()) {
        findings.invalid(
            name,
            "must have at most 253 characters and match regex"
                + " ^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$");
      } else if (!seen.add(name.text())) {
        findings.duplicate(name, Findings.quoted(name.text()));
      }
    }
  }
}
