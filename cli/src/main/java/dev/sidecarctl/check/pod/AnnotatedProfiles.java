package dev.sidecarctl.check.pod;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import java.util.ArrayList;
import java.util.List;

/** Security profiles as older manifests say them, in annotations of the pod. */
final class AnnotatedProfiles {
  private static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";
  private static final String SECCOMP_POD = "seccomp.security.alpha.kubernetes.io/pod";
  private static final String SECCOMP_CONTAINER = "container.seccomp.security.alpha.kubernetes.io/";
  private static final String LOCALHOST = "localhost/";

  private final PodContext pod;
  private final Findings findings;

  AnnotatedProfiles(PodContext pod) {
    this.pod = pod;
    this.findings = pod.findings();
  }

  void check() {
    for (Field annotation : pod.metadata().key("annotations").entries()) {
      String name = annotation.name();
      boolean seccomp = name.equals(SECCOMP_POD) || name.startsWith(SECCOMP_CONTAINER);
      if (seccomp && !isSeccomp(annotation.text())) {
        findings.invalid(annotation, "must be a valid seccomp profile");
      }
      if (name.startsWith(APP_ARMOR)) {
        appArmor(annotation, name.substring(APP_ARMOR.length()));
      } else if (name.equals(SECCOMP_POD)) {
        Field type = pod.spec().path("securityContext", "seccompProfile", "type");
        if (type.isText() && !type.text().equals(seccompType(annotation.text()))) {
          findings.forbidden(type, "seccomp type in annotation and field must match");
        }
      }
    }
  }

  private static boolean isSeccomp(String profile) {
    return profile.equals("runtime/default")
        || profile.equals("docker/default")
        || profile.equals("unconfined")
        || profile.startsWith(LOCALHOST);
  }

  private void appArmor(Field annotation, String containerName) {
    String profile = annotation.text();
    boolean known =
        profile.isEmpty()
            || profile.equals("runtime/default")
            || profile.equals("unconfined")
            || profile.startsWith(LOCALHOST);
    List<Field> named = containers(containerName);
    if (named.isEmpty()) {
      findings.invalid(annotation, Findings.quoted(containerName), "container not found");
    }
    if (!known) {
      findings.invalid(annotation, "invalid AppArmor profile name: " + Findings.quoted(profile));
    }
    for (Field container : named) {
      Field type = container.path("securityContext", "appArmorProfile", "type");
      if (type.isText() && !type.text().equals(appArmorType(profile))) {
        findings.forbidden(type, "apparmor type in annotation and field must match");
      }
    }
  }

  private List<Field> containers(String name) {
    List<Field> found = new ArrayList<>();
    for (String list : List.of("initContainers", "containers", "ephemeralContainers")) {
      for (Field container : pod.spec().items(list)) {
        if (container.key("name").says(name)) {
          found.add(container);
        }
      }
    }
    return found;
  }

  private static String appArmorType(String profile) {
    return switch (profile) {
      case "runtime/default" -> "RuntimeDefault";
      case "unconfined" -> "Unconfined";
      default -> profile.startsWith(LOCALHOST) ? "Localhost" : profile;
    };
  }

  private static String seccompType(String profile) {
    return switch (profile) {
      case "runtime/default", "docker/default" -> "RuntimeDefault";
      case "unconfined" -> "Unconfined";
      default -> profile.startsWith(LOCALHOST) ? "Localhost" : profile;
    };
  }
}
