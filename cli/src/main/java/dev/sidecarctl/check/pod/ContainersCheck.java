package dev.sidecarctl.check.pod;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.kubernetes.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The containers of a pod, of all three lists ({@code validateContainers} and its like). */
final class ContainersCheck {
  private static final List<String> PROBES =
      List.of("livenessProbe", "readinessProbe", "startupProbe");
  private static final String NOT_IN_PLAIN_INIT =
      "may not be set for init containers without restartPolicy=Always";
  private static final String PULL_POLICY = "imagePullPolicy";
  private static final List<String> PULL_POLICIES = List.of("Always", "IfNotPresent", "Never");
  private static final String MESSAGE_POLICY = "terminationMessagePolicy";
  private static final List<String> MESSAGE_POLICIES = List.of("File", "FallbackToLogsOnError");
  private static final List<String> NOT_IN_EPHEMERAL =
      List.of(
          "lifecycle",
          "livenessProbe",
          "ports",
          "readinessProbe",
          "resizePolicy",
          "resources",
          "startupProbe");

  private final PodContext pod;
  private final Findings findings;
  private final ProbeCheck probes;
  private final EnvCheck env;
  private final MountCheck mounts;
  private final ResourceCheck resources;
  private final SecurityContextCheck security;
  private final RestartPolicyCheck restarts;
  private final PortCheck ports;

  ContainersCheck(PodContext pod) {
    this.pod = pod;
    this.findings = pod.findings();
    this.probes = new ProbeCheck(pod);
    this.env = new EnvCheck(pod);
    this.mounts = new MountCheck(pod);
    this.resources = new ResourceCheck(pod);
    this.security = new SecurityContextCheck(pod);
    this.restarts = new RestartPolicyCheck(pod);
    this.ports = new PortCheck(pod);
  }

  void check() {
    regular();
    init();
    ephemeral();
    ports.hostPorts();
  }

  private void regular() {
    Field list = pod.spec().key("containers");
    if (list.items().isEmpty()) {
      findings.required(list);
    }
    Set<String> names = new HashSet<>();
    for (Field container : list.items()) {
      common(container);
      Field name = container.key("name");
      if ((name.isText() || !name.isSet()) && !names.add(name.text())) {
        findings.duplicate(name, Findings.quoted(name.text()));
      }
      lifecycleAndProbes(container);
      restarts.regular(container);
    }
  }

  private void init() {
    Set<String> names = new HashSet<>();
    for (Field container : pod.spec().items("containers")) {
      names.add(container.key("name").text());
    }
    for (Field container : pod.spec().items("initContainers")) {
      common(container);
      Field name = container.key("name");
      if (!name.text().isEmpty() && !names.add(name.text())) {
        findings.duplicate(name, Findings.quoted(name.text()));
      }
      if (PodContext.isNativeSidecar(container)) {
        lifecycleAndProbes(container);
      } else {
        plainInit(container);
      }
      restarts.init(container);
    }
  }

  private void plainInit(Field container) {
    forbid(container.key("lifecycle"), NOT_IN_PLAIN_INIT);
    for (String probe : PROBES) {
      forbid(container.key(probe), NOT_IN_PLAIN_INIT);
    }
  }

  private void ephemeral() {
    Field list = pod.spec().key("ephemeralContainers");
    if (list.items().isEmpty()) {
      return;
    }
    findings.forbidden(
        list,
        pod.isPod()
            ? "cannot be set on create"
            : "ephemeral containers not allowed in pod template");
    Set<String> names = new HashSet<>();
    for (Field container : pod.spec().items("containers")) {
      names.add(container.key("name").text());
    }
    for (Field container : pod.spec().items("initContainers")) {
      names.add(container.key("name").text());
    }
    Set<String> targets = Set.copyOf(names);
    for (Field container : list.items()) {
      common(container);
      Field name = container.key("name");
      if (!name.text().isEmpty() && !names.add(name.text())) {
        findings.duplicate(name, Findings.quoted(name.text()));
      }
      Field target = container.key("targetContainerName");
      if (!target.text().isEmpty() && !targets.contains(target.text())) {
        findings.notFound(target, "");
      }
      for (String key : NOT_IN_EPHEMERAL) {
        Field field = container.key(key);
        if (field.hasContent()) {
          findings.forbidden(field, "cannot be set for an Ephemeral Container");
        }
      }
      for (Field mount : container.items("volumeMounts")) {
        forbidText(mount.key("subPath"), "cannot be set for an Ephemeral Container");
        forbidText(mount.key("subPathExpr"), "cannot be set for an Ephemeral Container");
      }
    }
  }

  private void lifecycleAndProbes(Field container) {
    probes.lifecycle(container.key("lifecycle"));
    probes.liveness(container.key("livenessProbe"));
    probes.readiness(container.key("readinessProbe"));
    probes.startup(container.key("startupProbe"));
  }

  /** What holds for every container. */
  private void common(Field container) {
    Field name = container.key("name");
    if (name.isEmpty()) {
      findings.required(name);
    } else if (name.isText()) {
      findings.invalid(name, Names.label(name.text()));
    }
    image(container.key("image"));
    oneOf(container.key(PULL_POLICY), PULL_POLICIES);
    oneOf(container.key(MESSAGE_POLICY), MESSAGE_POLICIES);
    ports.container(container);
    env.container(container);
    mounts.container(container);
    resources.container(container);
    security.container(container);
  }

  private void image(Field image) {
    if (image.isEmpty()) {
      findings.required(image);
    } else if (pod.isPod() && image.isText() && !image.text().equals(image.text().strip())) {
      findings.invalid(image, "must not have leading or trailing whitespace");
    }
  }

  private void oneOf(Field field, List<String> words) {
    if (!field.text().isEmpty() && !words.contains(field.text())) {
      findings.unsupported(field, words);
    }
  }

  private void forbid(Field field, String detail) {
    if (field.isSet()) {
      findings.forbidden(field, detail);
    }
  }

  private void forbidText(Field field, String detail) {
    if (!field.text().isEmpty()) {
      findings.forbidden(field, detail);
    }
  }
}
