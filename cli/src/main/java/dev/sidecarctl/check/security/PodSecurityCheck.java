package dev.sidecarctl.check.security;

import dev.sidecarctl.check.finding.FaultType;
import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Finding;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The controls of the Pod Security Standards ({@code pod-security-admission/policy}), in the words
 * of their own messages.
 */
public final class PodSecurityCheck {
  private static final int HOST_FIELDS = 34;
  private static final int USER_NAMESPACES = 35;
  private static final Set<String> CAPABILITIES =
      Set.of(
          "AUDIT_WRITE",
          "CHOWN",
          "DAC_OVERRIDE",
          "FOWNER",
          "FSETID",
          "KILL",
          "MKNOD",
          "NET_BIND_SERVICE",
          "SETFCAP",
          "SETGID",
          "SETPCAP",
          "SETUID",
          "SYS_CHROOT");
  private static final List<String> RESTRICTED_VOLUMES =
      List.of(
          "configMap",
          "csi",
          "downwardAPI",
          "emptyDir",
          "ephemeral",
          "image",
          "persistentVolumeClaim",
          "projected",
          "secret");
  private static final Set<String> PROFILES = Set.of("RuntimeDefault", "Localhost");
  private static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";
  private static final List<String> PROBES =
      List.of("livenessProbe", "readinessProbe", "startupProbe");

  /** A Pod on the host's network gets a port of the host for each of its own. */
  private final boolean isPod;

  private final Field metadata;
  private final Field spec;
  private final PodSecurityLevel level;
  private final KubernetesVersion version;
  private final Findings findings;
  private final List<Field> containers = new ArrayList<>();

  private PodSecurityCheck(
      Field pod, PodSecurityLevel level, KubernetesVersion version, Findings findings) {
    this.isPod = pod.path().isEmpty();
    this.metadata = pod.key("metadata");
    this.spec = pod.key("spec");
    this.level = level;
    this.version = version;
    this.findings = findings;
    for (String list : List.of("initContainers", "containers", "ephemeralContainers")) {
      containers.addAll(spec.items(list));
    }
  }

  /**
   * Checks a pod.
   *
   * @param pod the field with {@code metadata} and {@code spec}
   */
  public static void check(
      Field pod, PodSecurityLevel level, KubernetesVersion version, Findings findings) {
    if (level == PodSecurityLevel.PRIVILEGED) {
      return;
    }
    PodSecurityCheck check = new PodSecurityCheck(pod, level, version, findings);
    check.baseline();
    if (level == PodSecurityLevel.RESTRICTED) {
      check.restricted();
    }
  }

  private boolean isRestricted() {
    return level == PodSecurityLevel.RESTRICTED;
  }

  private boolean isWindows() {
    return spec.path("os", "name").says("windows");
  }

  private boolean hasUserNamespace() {
    return spec.key("hostUsers").isFalse();
  }

  private void fault(Field field, String control, String detail) {
    findings.add(
        new Finding(
            FaultType.POD_SECURITY,
            field.path(),
            "",
            "Pod Security \"" + level.word() + "\": " + control + " (" + detail + ")",
            field.place(),
            ""));
  }

  private Field podContext(String key) {
    return spec.path("securityContext", key);
  }

  private static Field context(Field container, String key) {
    return container.path("securityContext", key);
  }

  private void baseline() {
    for (String key : List.of("hostNetwork", "hostPID", "hostIPC")) {
      if (spec.key(key).isTrue()) {
        fault(spec.key(key), "host namespaces", key + "=true");
      }
    }
    hostProcess(spec);
    seLinux(podContext("seLinuxOptions"));
    profile(podContext("appArmorProfile"), "forbidden AppArmor profile");
    profile(podContext("seccompProfile"), "seccompProfile");
    for (Field container : containers) {
      baseline(container);
    }
    for (Field annotation : metadata.key("annotations").entries()) {
      String text = annotation.text();
      boolean known =
          text.isEmpty() || text.equals("runtime/default") || text.startsWith("localhost/");
      if (annotation.name().startsWith(APP_ARMOR) && !known) {
        fault(annotation, "forbidden AppArmor profile", "must be runtime/default or localhost/…");
      }
    }
    volumes();
    sysctls();
  }

  private void baseline(Field container) {
    if (context(container, "privileged").isTrue()) {
      fault(context(container, "privileged"), "privileged", "must not be true");
    }
    hostProcess(container);
    seLinux(context(container, "seLinuxOptions"));
    profile(context(container, "appArmorProfile"), "forbidden AppArmor profile");
    profile(context(container, "seccompProfile"), "seccompProfile");
    if (!isRestricted() || isWindows()) {
      capabilities(container);
    }
    for (Field port : container.items("ports")) {
      boolean defaulted = isPod && spec.key("hostNetwork").isTrue();
      if (defaulted || port.key("hostPort").number(0) != 0) {
        fault(port.key("hostPort"), "hostPort", "must not be given");
      }
    }
    procMount(context(container, "procMount"));
    hosts(container);
  }

  private void hostProcess(Field holder) {
    Field process = holder.path("securityContext", "windowsOptions", "hostProcess");
    if (process.isTrue()) {
      fault(process, "hostProcess", "must not be true");
    }
  }

  private void capabilities(Field container) {
    for (Field capability : context(container, "capabilities").items("add")) {
      if (!CAPABILITIES.contains(capability.text())) {
        fault(
            capability,
            "non-default capabilities",
            "must not add " + Findings.quoted(capability.text()));
      }
    }
  }

  private void seLinux(Field options) {
    Field type = options.key("type");
    Set<String> types =
        version.minor() >= 31
            ? Set.of("", "container_t", "container_init_t", "container_kvm_t", "container_engine_t")
            : Set.of("", "container_t", "container_init_t", "container_kvm_t");
    if (!types.contains(type.text())) {
      fault(type, "seLinuxOptions", "type must be one that containers may have");
    }
    for (String key : List.of("user", "role")) {
      if (!options.key(key).text().isEmpty()) {
        fault(options.key(key), "seLinuxOptions", key + " must not be given");
      }
    }
  }

  /** Of AppArmor or seccomp; where there is one. */
  private void profile(Field profile, String control) {
    Field type = profile.key("type");
    if (profile.isSet() && !PROFILES.contains(type.text())) {
      fault(type, control, "type must be RuntimeDefault or Localhost");
    }
  }

  private void procMount(Field procMount) {
    boolean relaxed = version.minor() >= USER_NAMESPACES && hasUserNamespace() && !isRestricted();
    if (!procMount.text().isEmpty() && !procMount.says("Default") && !relaxed) {
      fault(procMount, "procMount", "must be Default");
    }
  }

  private void hosts(Field container) {
    if (version.minor() < HOST_FIELDS) {
      return;
    }
    List<Field> handlers = new ArrayList<>();
    for (String probe : PROBES) {
      handlers.add(container.key(probe));
    }
    handlers.add(container.path("lifecycle", "postStart"));
    handlers.add(container.path("lifecycle", "preStop"));
    for (Field handler : handlers) {
      for (String action : List.of("httpGet", "tcpSocket")) {
        Field host = handler.path(action, "host");
        if (!host.text().isEmpty()) {
          fault(host, "probe or lifecycle host", "must not be given");
        }
      }
    }
  }

  private void volumes() {
    for (Field volume : spec.items("volumes")) {
      if (volume.key("hostPath").isSet() && !isRestricted()) {
        fault(
            volume.key("hostPath"), "hostPath volumes", "a volume must not be of the host's files");
      }
      if (isRestricted()) {
        restrictedVolume(volume);
      }
    }
  }

  private void restrictedVolume(Field volume) {
    for (Field source : volume.entries()) {
      String name = source.name();
      if (!name.equals("name") && !RESTRICTED_VOLUMES.contains(name) && source.isSet()) {
        fault(
            volume.key(name),
            "restricted volume types",
            "the volume must not be of type " + Findings.quoted(name));
      }
    }
  }

  private void sysctls() {
    for (Field sysctl : podContext("sysctls").items()) {
      Field name = sysctl.key("name");
      if (!Sysctls.isSafe(name.text(), version)) {
        fault(
            name,
            "forbidden sysctls",
            Findings.quoted(name.text()) + " is not among the safe ones");
      }
    }
  }

  private void restricted() {
    boolean ofNamespace = version.minor() >= USER_NAMESPACES && hasUserNamespace();
    if (!ofNamespace) {
      nonRoot();
      root(podContext("runAsUser"));
      for (Field container : containers) {
        root(context(container, "runAsUser"));
      }
    }
    if (isWindows()) {
      return;
    }
    boolean ofPod = PROFILES.contains(podContext("seccompProfile").key("type").text());
    for (Field container : containers) {
      if (!context(container, "allowPrivilegeEscalation").isFalse()) {
        fault(
            context(container, "allowPrivilegeEscalation"),
            "allowPrivilegeEscalation != false",
            who(container) + " must set securityContext.allowPrivilegeEscalation=false");
      }
      restrictedCapabilities(container);
      if (!ofPod && !context(container, "seccompProfile").isSet()) {
        fault(
            context(container, "seccompProfile"),
            "seccompProfile",
            "pod or "
                + who(container)
                + " must set securityContext.seccompProfile.type to \"RuntimeDefault\" or"
                + " \"Localhost\"");
      }
    }
  }

  private static String who(Field container) {
    return "container " + Findings.quoted(container.key("name").text());
  }

  private void nonRoot() {
    Field ofPod = podContext("runAsNonRoot");
    if (ofPod.isFalse()) {
      fault(ofPod, "runAsNonRoot != true", "pod must not set securityContext.runAsNonRoot=false");
    }
    for (Field container : containers) {
      Field own = context(container, "runAsNonRoot");
      if (own.isFalse() || (!own.isSet() && !ofPod.isTrue())) {
        fault(
            own,
            "runAsNonRoot != true",
            "pod or " + who(container) + " must set securityContext.runAsNonRoot=true");
      }
    }
  }

  private void root(Field user) {
    if (user.number(1) == 0) {
      fault(user, "runAsUser=0", "must not be 0");
    }
  }

  private void restrictedCapabilities(Field container) {
    Field capabilities = context(container, "capabilities");
    boolean dropsAll = false;
    for (Field capability : capabilities.items("drop")) {
      dropsAll |= capability.says("ALL");
    }
    if (!dropsAll) {
      fault(
          capabilities.key("drop"),
          "unrestricted capabilities",
          who(container) + " must set securityContext.capabilities.drop=[\"ALL\"]");
    }
    for (Field capability : capabilities.items("add")) {
      if (!capability.says("NET_BIND_SERVICE")) {
        fault(
            capability,
            "unrestricted capabilities",
            "must not add " + Findings.quoted(capability.text()));
      }
    }
  }
}
