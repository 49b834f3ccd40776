package dev.sidecarctl.check.pod;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.yaml.Value;
import java.util.List;

/** What a pod for Windows may not have ({@code validateWindows}), and the name of its system. */
final class OsCheck {
  static final List<String> CONTAINER_FIELDS =
      List.of(
          "appArmorProfile",
          "seLinuxOptions",
          "seccompProfile",
          "capabilities",
          "readOnlyRootFilesystem",
          "privileged",
          "allowPrivilegeEscalation",
          "procMount",
          "runAsUser",
          "runAsGroup");
  private static final List<String> POD_FIELDS =
      List.of(
          "appArmorProfile",
          "seLinuxOptions",
          "seccompProfile",
          "fsGroup",
          "fsGroupChangePolicy",
          "sysctls",
          "runAsUser",
          "runAsGroup",
          "supplementalGroups",
          "supplementalGroupsPolicy",
          "seLinuxChangePolicy");
  private static final String NOT_ON_WINDOWS = "cannot be set for a windows pod";
  private static final List<String> SYSTEMS = List.of("linux", "windows");

  private OsCheck() {}

  static void pod(PodContext pod) {
    Findings findings = pod.findings();
    Field os = pod.spec().key("os");
    if (!os.isSet()) {
      return;
    }
    Field name = os.key("name");
    if (name.isEmpty()) {
      findings.required(name);
    } else if (name.isText() && !SYSTEMS.contains(name.text())) {
      findings.unsupported(os, Findings.quoted(name.text()), SYSTEMS);
    }
    if (!pod.isWindows()) {
      return;
    }
    for (String key : List.of("hostPID", "hostIPC")) {
      if (pod.spec().key(key).isTrue()) {
        findings.forbidden(pod.spec().key(key), NOT_ON_WINDOWS);
      }
    }
    for (String key : List.of("shareProcessNamespace", "hostUsers")) {
      if (pod.spec().key(key).isSet()) {
        findings.forbidden(pod.spec().key(key), NOT_ON_WINDOWS);
      }
    }
    linuxOnly(pod.spec().key("securityContext"), POD_FIELDS, findings);
  }

  /** Containers that are processes of the host (Windows): all of them, on its network. */
  static void hostProcess(PodContext pod) {
    Field ofPod = pod.spec().path("securityContext", "windowsOptions", "hostProcess");
    int all = 0;
    int ofHost = 0;
    for (String list : List.of("initContainers", "containers", "ephemeralContainers")) {
      for (Field container : pod.spec().items(list)) {
        Field own = container.path("securityContext", "windowsOptions", "hostProcess");
        all++;
        if (own.isSet() && ofPod.isSet() && own.isTrue() != ofPod.isTrue()) {
          pod.findings()
              .invalid(
                  own,
                  "pod hostProcess value must be identical if both are specified, was "
                      + ofPod.scalarText());
        }
        if (own.isSet() ? own.isTrue() : ofPod.isTrue()) {
          ofHost++;
        }
      }
    }
    if (ofHost > 0 && ofHost != all) {
      pod.findings()
          .invalid(
              pod.spec(),
              "\"\"",
              "If pod contains any hostProcess containers then all containers must be HostProcess"
                  + " containers");
    }
    if (ofHost > 0 && !pod.hostNetwork()) {
      pod.findings()
          .invalid(
              pod.spec().key("hostNetwork"),
              "false",
              "hostNetwork must be true if pod contains any hostProcess containers");
    }
  }

  private static boolean isList(Field field) {
    return field.value() instanceof Value.Sequence;
  }

  static void linuxOnly(Field context, List<String> fields, Findings findings) {
    for (String key : fields) {
      boolean said = context.key(key).isSet();
      if (said && (context.key(key).hasContent() || !isList(context.key(key)))) {
        findings.forbidden(context.key(key), NOT_ON_WINDOWS);
      }
    }
  }
}
