package dev.sidecarctl.check.pod;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.kubernetes.LabelNames;
import dev.sidecarctl.kubernetes.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an API server demands of a pod, or of a pod template, when it is created ({@code
 * ValidatePodSpec} in {@code pkg/apis/core/validation}), after it has put in its defaults.
 */
public final class PodCheck {
  private static final List<String> RESTART_POLICIES = List.of("Always", "OnFailure", "Never");
  private static final List<String> PREEMPTION = List.of("PreemptLowerPriority", "Never");
  private static final String WITHOUT_HOST_USERS = "when `hostUsers` is false";

  private final PodContext pod;
  private final Findings findings;

  private PodCheck(PodContext pod) {
    this.pod = pod;
    this.findings = pod.findings();
  }

  /**
   * Checks a pod.
   *
   * @param holder the field with {@code metadata} and {@code spec}
   * @param isPod whether that is a Pod itself, and no template
   * @param claims the claim templates of a StatefulSet
   */
  public static void check(
      Field holder,
      boolean isPod,
      List<Field> claims,
      KubernetesVersion version,
      Findings findings) {
    PodContext pod =
        PodContext.of(version, isPod, holder.key("metadata"), holder.key("spec"), findings);
    new PodCheck(pod).check(claims);
    new PodWarnings(pod).check();
    new FeatureCheck(pod).check();
  }

  private void check(List<Field> claims) {
    new VolumesCheck(pod).check(claims);
    resourceClaims();
    new ContainersCheck(pod).check();
    words();
    names();
    new SchedulingCheck(pod).check();
    new DnsCheck(pod).check();
    hostUsers();
    new PodSecurityContextCheck(pod).check();
    new AnnotatedProfiles(pod).check();
    new PodResourcesCheck(pod).check();
    OsCheck.pod(pod);
    OsCheck.hostProcess(pod);
    new ResourceCheck(pod).overhead(pod.spec().key("overhead"));
  }

  private void words() {
    Field restart = pod.spec().key("restartPolicy");
    if (!restart.text().isEmpty() && !RESTART_POLICIES.contains(restart.text())) {
      findings.unsupported(restart, RESTART_POLICIES);
    }
    Field preemption = pod.spec().key("preemptionPolicy");
    if (!preemption.text().isEmpty() && !PREEMPTION.contains(preemption.text())) {
      findings.unsupported(preemption, PREEMPTION);
    }
    Field deadline = pod.spec().key("activeDeadlineSeconds");
    if (deadline.number().isPresent()
        && (deadline.number(1) < 1 || deadline.number(1) > Integer.MAX_VALUE)) {
      findings.invalid(deadline, "must be between 1 and 2147483647, inclusive");
    }
  }

  private void names() {
    for (String key :
        List.of("serviceAccountName", "nodeName", "priorityClassName", "runtimeClassName")) {
      subdomain(pod.spec().key(key));
    }
    if (pod.spec().key("serviceAccountName").isEmpty()) {
      // The name that it had at first.
      subdomain(pod.spec().key("serviceAccount").named(".serviceAccountName"));
    }
    for (Field gate : pod.spec().items("readinessGates")) {
      Field type = gate.key("conditionType");
      if (type.isText() || !type.isSet()) {
        findings.invalid(type, LabelNames.qualified(type.text()));
      }
    }
  }

  private void subdomain(Field name) {
    if (!name.text().isEmpty()) {
      findings.invalid(name, Names.subdomain(name.text()));
    }
  }

  private void hostUsers() {
    if (!pod.hasUserNamespace()) {
      return;
    }
    for (String key : List.of("hostNetwork", "hostPID", "hostIPC")) {
      if (pod.spec().key(key).isTrue()) {
        findings.forbidden(pod.spec().key(key), WITHOUT_HOST_USERS);
      }
    }
  }

  private void resourceClaims() {
    Set<String> seen = new HashSet<>();
    for (Field claim : pod.spec().items("resourceClaims")) {
      Field name = claim.key("name");
      if (name.isEmpty()) {
        findings.required(name);
      } else if (!seen.add(name.text())) {
        findings.duplicate(name, Findings.quoted(name.text()));
      } else {
        findings.invalid(name, Names.label(name.text()));
      }
      for (String key : List.of("resourceClaimName", "resourceClaimTemplateName")) {
        if (claim.key(key).isText()) {
          findings.invalid(claim.key(key), Names.subdomain(claim.key(key).text()));
        }
      }
      boolean claimed = claim.key("resourceClaimName").isSet();
      boolean template = claim.key("resourceClaimTemplateName").isSet();
      if (claimed && template) {
        findings.invalid(
            claim,
            "",
            "at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified");
      } else if (!claimed && !template) {
        findings.invalid(
            claim, "", "must specify one of: `resourceClaimName`, `resourceClaimTemplateName`");
      }
    }
  }
}
