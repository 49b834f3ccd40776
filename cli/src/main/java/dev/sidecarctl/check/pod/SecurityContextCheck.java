package dev.sidecarctl.check.pod;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import java.util.List;

/** Security contexts, of pods and containers ({@code ValidateSecurityContext} and its like). */
final class SecurityContextCheck {
  private static final long HIGHEST_ID = Integer.MAX_VALUE;
  private static final String ID_RANGE = "must be between 0 and 2147483647, inclusive";
  private static final List<String> PROFILES = List.of("Localhost", "RuntimeDefault", "Unconfined");
  private static final List<String> PROC_MOUNTS = List.of("Default", "Unmasked");
  private static final int LONGEST_PROFILE = 4095;

  private final PodContext pod;
  private final Findings findings;

  SecurityContextCheck(PodContext pod) {
    this.pod = pod;
    this.findings = pod.findings();
  }

  void container(Field container) {
    Field context = container.key("securityContext");
    if (!context.isSet()) {
      return;
    }
    id(context.key("runAsUser"));
    id(context.key("runAsGroup"));
    procMount(context.key("procMount"));
    profiles(context);
    escalation(context);
    windowsOptions(context);
    if (pod.isWindows()) {
      OsCheck.linuxOnly(context, OsCheck.CONTAINER_FIELDS, findings);
    }
  }

  void id(Field id) {
    if (id.number().isPresent() && (id.number(0) < 0 || id.number(0) > HIGHEST_ID)) {
      findings.invalid(id, ID_RANGE);
    }
  }

  private void procMount(Field procMount) {
    if (procMount.text().isEmpty()) {
      return;
    }
    if (!PROC_MOUNTS.contains(procMount.text())) {
      findings.unsupported(procMount, PROC_MOUNTS);
    } else if (procMount.says("Unmasked") && !pod.hasUserNamespace()) {
      findings.invalid(procMount, "`hostUsers` must be false to use `Unmasked`");
    }
  }

  /** {@code seccompProfile} and {@code appArmorProfile}. */
  void profiles(Field context) {
    Field seccomp = context.key("seccompProfile");
    if (seccomp.isSet()) {
      profile(seccomp, "seccomp");
      if (seccomp.key("type").says("Localhost")) {
        Paths.localDescending(seccomp.key("localhostProfile"), findings);
      }
    }
    Field appArmor = context.key("appArmorProfile");
    if (appArmor.isSet()) {
      profile(appArmor, "AppArmor");
      String path = appArmor.key("localhostProfile").text();
      if (appArmor.key("type").says("Localhost") && path.length() > LONGEST_PROFILE) {
        findings.tooLong(
            appArmor.key("localhostProfile"), "may not be more than " + LONGEST_PROFILE + " bytes");
      }
    }
  }

  private void profile(Field profile, String what) {
    Field type = profile.key("type");
    Field path = profile.key("localhostProfile");
    if (type.isEmpty()) {
      findings.required(type, "type is required when " + profile.name() + " is set");
    } else if (type.isText() && !PROFILES.contains(type.text())) {
      findings.unsupported(type, PROFILES);
    }
    boolean appArmor = what.equals("AppArmor");
    if (type.says("Localhost")) {
      if (!path.isSet() || (appArmor && path.text().isBlank())) {
        findings.required(path, "must be set when " + what + " type is Localhost");
      }
    } else if (path.isSet() && (!appArmor || PROFILES.contains(type.text()))) {
      findings.invalid(path, "can only be set when " + what + " type is Localhost");
    }
  }

  private void escalation(Field context) {
    if (!context.key("allowPrivilegeEscalation").isFalse()) {
      return;
    }
    if (context.key("privileged").isTrue()) {
      findings.invalid(
          context, "", "cannot set `allowPrivilegeEscalation` to false and `privileged` to true");
    }
    for (Field capability : context.path("capabilities").items("add")) {
      if (capability.says("CAP_SYS_ADMIN")) {
        findings.invalid(
            context,
            "",
            "cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN");
      }
    }
  }

  private static final int LONGEST_USER_NAME = 255;

  /** Of a container or of the pod ({@code validateWindowsSecurityContextOptions}). */
  void windowsOptions(Field context) {
    Field options = context.key("windowsOptions");
    if (!options.isSet()) {
      return;
    }
    if (pod.spec().path("os", "name").says("linux")) {
      findings.forbidden(options, "windows options cannot be set for a linux pod");
    }
    Field name = options.key("gmsaCredentialSpecName");
    if (name.isText()) {
      findings.invalid(name, dev.sidecarctl.kubernetes.Names.subdomain(name.text()));
    }
    Field user = options.key("runAsUserName");
    if (user.isSet() && user.text().isEmpty()) {
      findings.invalid(user, "runAsUserName cannot be an empty string");
    } else if (user.text().length() > LONGEST_USER_NAME) {
      findings.invalid(user, "runAsUserName must not be longer than 257 characters");
    }
  }
}
