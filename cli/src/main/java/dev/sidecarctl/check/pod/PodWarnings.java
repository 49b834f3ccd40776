package dev.sidecarctl.check.pod;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.kubernetes.Quantities;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an API server takes with a warning ({@code pkg/api/pod/warnings.go}). */
final class PodWarnings {
  private static final String NO_SELECTOR = "a null labelSelector results in matching no pod";
  private static final Map<String, String> OLD_LABELS =
      Map.of(
          "beta.kubernetes.io/arch",
          "deprecated since v1.14; use \"kubernetes.io/arch\" instead",
          "beta.kubernetes.io/os",
          "deprecated since v1.14; use \"kubernetes.io/os\" instead",
          "failure-domain.beta.kubernetes.io/region",
          "deprecated since v1.17; use \"topology.kubernetes.io/region\" instead",
          "failure-domain.beta.kubernetes.io/zone",
          "deprecated since v1.17; use \"topology.kubernetes.io/zone\" instead",
          "beta.kubernetes.io/instance-type",
          "deprecated since v1.17; use \"node.kubernetes.io/instance-type\" instead");
  private static final Map<String, String> OLD_ANNOTATIONS =
      Map.of(
          "scheduler.alpha.kubernetes.io/critical-pod",
          "non-functional in v1.16+; use the \"priorityClassName\" field instead",
          "security.alpha.kubernetes.io/sysctls",
          "non-functional in v1.11+; use the \"sysctls\" field instead",
          "security.alpha.kubernetes.io/unsafe-sysctls",
          "non-functional in v1.11+; use the \"sysctls\" field instead");
  private static final Map<String, String> OLD_VOLUMES =
      Map.of(
          "photonPersistentDisk", "deprecated in v1.11, non-functional in v1.16+",
          "gitRepo", "deprecated in v1.11, and disabled by default in v1.33+",
          "scaleIO", "deprecated in v1.16, non-functional in v1.22+",
          "flocker", "deprecated in v1.22, non-functional in v1.25+",
          "storageos", "deprecated in v1.22, non-functional in v1.25+",
          "quobyte", "deprecated in v1.22, non-functional in v1.25+",
          "glusterfs", "deprecated in v1.25, non-functional in v1.26+",
          "cephfs", "deprecated in v1.28, non-functional in v1.31+",
          "rbd", "deprecated in v1.28, non-functional in v1.31+");
  private static final String SECCOMP = "seccomp.security.alpha.kubernetes.io/pod";
  private static final String CONTAINER_SECCOMP = "container.seccomp.security.alpha.kubernetes.io/";
  private static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";
  private static final String USE_SECCOMP =
      "non-functional in v1.27+; use the \"seccompProfile\" field instead";
  private static final List<String> SIZES = List.of("memory", "ephemeral-storage");

  private final PodContext pod;
  private final Findings findings;

  PodWarnings(PodContext pod) {
    this.pod = pod;
    this.findings = pod.findings();
  }

  void check() {
    Field spec = pod.spec();
    scheduling(spec);
    annotations();
    volumes(spec);
    repeated(spec.items("hostAliases"), "ip", "duplicate ip ");
    repeated(spec.items("imagePullSecrets"), "name", "duplicate name ");
    for (Field secret : spec.items("imagePullSecrets")) {
      if (secret.key("name").isEmpty()) {
        findings.warning(secret.key("name"), "invalid empty name \"\"");
      }
    }
    sizes(spec.key("overhead"));
    for (String list : List.of("initContainers", "containers")) {
      for (Field container : spec.items(list)) {
        container(container);
      }
    }
    new PortWarnings(findings).check(spec);
    Field grace = spec.key("terminationGracePeriodSeconds");
    if (grace.number(0) < 0 && !pod.isPod()) {
      findings.warning(grace, "must be >= 0; negative values are invalid and will be treated as 1");
    }
  }

  private void scheduling(Field spec) {
    for (Field label : spec.key("nodeSelector").entries()) {
      old(OLD_LABELS, label.name(), label, "");
    }
    Field affinity = spec.key("affinity");
    Field required =
        affinity.path("nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution");
    for (Field term : required.items("nodeSelectorTerms")) {
      nodeTerm(term);
    }
    for (Field preferred :
        affinity.key("nodeAffinity").items("preferredDuringSchedulingIgnoredDuringExecution")) {
      nodeTerm(preferred.key("preference"));
    }
    for (Field constraint : spec.items("topologySpreadConstraints")) {
      Field key = constraint.key("topologyKey");
      old(OLD_LABELS, key.text(), key, key.text() + " is ");
      selector(constraint);
    }
    for (String kind : List.of("podAffinity", "podAntiAffinity")) {
      Field pods = affinity.key(kind);
      for (Field term : pods.items("requiredDuringSchedulingIgnoredDuringExecution")) {
        selector(term);
      }
      for (Field term : pods.items("preferredDuringSchedulingIgnoredDuringExecution")) {
        selector(term.key("podAffinityTerm"));
      }
    }
  }

  private void nodeTerm(Field term) {
    for (Field expression : term.items("matchExpressions")) {
      Field key = expression.key("key");
      old(OLD_LABELS, key.text(), key, key.text() + " is ");
    }
  }

  private void selector(Field term) {
    if (!term.key("labelSelector").isSet()) {
      findings.warning(term.key("labelSelector"), NO_SELECTOR);
    }
  }

  private void old(Map<String, String> known, String name, Field field, String prefix) {
    String advice = known.get(name);
    if (advice != null) {
      findings.warning(field, prefix + advice);
    }
  }

  private void annotations() {
    Field context = pod.spec().key("securityContext");
    for (Field annotation : pod.metadata().key("annotations").entries()) {
      String name = annotation.name();
      old(OLD_ANNOTATIONS, name, annotation, "");
      if (name.equals(SECCOMP) && !context.key("seccompProfile").isSet()) {
        findings.warning(annotation, USE_SECCOMP);
      } else if (name.startsWith(CONTAINER_SECCOMP)) {
        if (lacks(name.substring(CONTAINER_SECCOMP.length()), "seccompProfile")) {
          findings.warning(annotation, USE_SECCOMP);
        }
      } else if (name.startsWith(APP_ARMOR)
          && !pod.isPod()
          && !context.key("appArmorProfile").isSet()
          && lacks(name.substring(APP_ARMOR.length()), "appArmorProfile")) {
        findings.warning(
            annotation, "deprecated since v1.30; use the \"appArmorProfile\" field instead");
      }
    }
  }

  /** Whether a container of that name is there without that field. */
  private boolean lacks(String containerName, String key) {
    for (String list : List.of("initContainers", "containers")) {
      for (Field container : pod.spec().items(list)) {
        if (container.key("name").says(containerName)
            && !container.path("securityContext", key).isSet()) {
          return true;
        }
      }
    }
    return false;
  }

  private void volumes(Field spec) {
    for (Field volume : spec.items("volumes")) {
      for (Field source : volume.entries()) {
        old(OLD_VOLUMES, source.name(), volume.key(source.name()), "");
      }
    }
    new PathWarnings(findings).check(spec);
  }

  private void repeated(List<Field> items, String key, String what) {
    Set<String> seen = new HashSet<>();
    for (Field item : items) {
      if (!seen.add(item.key(key).text())) {
        findings.warning(item.key(key), what + Findings.quoted(item.key(key).text()));
      }
    }
  }

  private void container(Field container) {
    sizes(container.path("resources", "limits"));
    sizes(container.path("resources", "requests"));
    Set<String> seen = new HashSet<>();
    for (Field variable : container.items("env")) {
      String name = variable.key("name").text();
      if (!seen.add(name) && hides(variable, "$(" + name + ")")) {
        findings.warning(
            variable,
            "hides previous definition of "
                + Findings.quoted(name)
                + ", which may be dropped when using apply");
      }
    }
  }

  /** A value that builds on the one before it is fine. */
  private static boolean hides(Field variable, String reference) {
    String value = variable.key("value").text();
    return variable.key("valueFrom").isSet()
        || value.equals(reference)
        || !value.contains(reference);
  }

  private void sizes(Field amounts) {
    for (String name : SIZES) {
      Field amount = amounts.entry(name);
      String text = amount.scalarText();
      if (Quantities.canonical(text).isPresent() && !Quantities.isMilliWhole(text)) {
        findings.warning(
            amount,
            "fractional byte value "
                + Findings.quoted(Quantities.sum("0", text))
                + " is invalid, must be an integer");
      }
    }
  }
}
