package dev.sidecarctl.check.workload;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.check.pod.ClaimCheck;
import dev.sidecarctl.check.pod.LabelsCheck;
import dev.sidecarctl.check.pod.PodCheck;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The workloads of Kubernetes itself ({@code pkg/apis/apps/validation} and its like). */
public final class WorkloadCheck {
  private static final String NO_MATCH = "`selector` does not match template `labels`";
  private static final String NOT_NEGATIVE = "must be greater than or equal to 0";

  private static final Set<String> RULED =
      Set.of(
          "Pod",
          "PodTemplate",
          "Deployment",
          "ReplicaSet",
          "ReplicationController",
          "DaemonSet",
          "StatefulSet",
          "Job",
          "CronJob");

  private final KubernetesVersion version;
  private final Findings findings;

  private WorkloadCheck(KubernetesVersion version, Findings findings) {
    this.version = version;
    this.findings = findings;
  }

  /**
   * Checks what its kind demands of an object.
   *
   * @param kind of the core group, {@code apps} or {@code batch}; of another one nothing is known
   */
  public static void check(
      Field object, String kind, KubernetesVersion version, Findings findings) {
    WorkloadCheck check = new WorkloadCheck(version, findings);
    Field spec = object.key("spec");
    new WorkloadFeatures(version, findings).check(object, kind);
    switch (kind) {
      case "Pod" -> {
        PodCheck.check(object, true, List.of(), version, findings);
      }
      case "PodTemplate" -> check.template(object.key("template"), List.of());
      case "Deployment" -> check.deployment(spec);
      case "ReplicaSet" -> check.replicaSet(spec);
      case "ReplicationController" -> check.replicationController(spec);
      case "DaemonSet" -> check.daemonSet(spec);
      case "StatefulSet" -> check.statefulSet(spec);
      case "Job" -> {
        check.template(spec.key("template"), List.of());
        new JobCheck(findings).job(object);
      }
      case "CronJob" -> {
        check.template(spec.path("jobTemplate", "spec", "template"), List.of());
        new JobCheck(findings).cronJob(object);
      }
      default -> new PlainObjects(findings, version).check(object, kind);
    }
  }

  /** Whether the rules of a kind are all known here, what it needs among them. */
  public static boolean knows(String kind) {
    return RULED.contains(kind);
  }

  /** The field with the {@code metadata} and {@code spec} of an object's pods. */
  public static Optional<Field> pod(Field object, String kind) {
    return switch (kind) {
      case "Pod" -> Optional.of(object);
      case "PodTemplate" -> Optional.of(object.key("template"));
      case "CronJob" -> Optional.of(object.path("spec", "jobTemplate", "spec", "template"));
      default -> knows(kind) ? Optional.of(object.path("spec", "template")) : Optional.empty();
    };
  }

  /** A pod template, in whatever kind of object. */
  public static void template(Field template, KubernetesVersion version, Findings findings) {
    new WorkloadCheck(version, findings).template(template, List.of());
  }

  private void template(Field template, List<Field> claims) {
    LabelsCheck labels = new LabelsCheck(findings);
    labels.labels(template.path("metadata", "labels"));
    labels.annotations(template.path("metadata", "annotations"));
    PodCheck.check(template, false, claims, version, findings);
  }

  private void deployment(Field spec) {
    notNegative(spec, "replicas", "minReadySeconds", "revisionHistoryLimit");
    notNegative(spec, "progressDeadlineSeconds");
    selector(spec, "deployment", true);
    always(spec.path("template", "spec"), "ReplicaSet");
    template(spec.key("template"), List.of());
    new UpdateStrategies(findings).deployment(spec.key("strategy"));
    Field deadline = spec.key("progressDeadlineSeconds");
    long ready = spec.key("minReadySeconds").number(0);
    if (deadline.number(DEFAULT_DEADLINE) <= ready) {
      findings.invalid(
          deadline,
          Long.toString(deadline.number(DEFAULT_DEADLINE)),
          "must be greater than minReadySeconds");
    }
  }

  private static final long DEFAULT_DEADLINE = 600;

  private void replicaSet(Field spec) {
    notNegative(spec, "replicas", "minReadySeconds");
    selector(spec, "deployment", true);
    always(spec.path("template", "spec"), "ReplicaSet");
    template(spec.key("template"), List.of());
  }

  /** Its selector is a plain mapping, and if not given, that of the template's labels. */
  private void replicationController(Field spec) {
    notNegative(spec, "replicas", "minReadySeconds");
    Field template = spec.key("template");
    Field labels = template.path("metadata", "labels");
    if (!spec.key("selector").hasContent() && !labels.hasContent()) {
      findings.required(spec.key("selector"));
    }
    if (!template.isSet()) {
      findings.required(template);
      return;
    }
    for (Field label : spec.key("selector").entries()) {
      if (!labels.entry(label.name()).isWritten()
          || !labels.entry(label.name()).scalarText().equals(label.scalarText())) {
        findings.invalid(labels, "", NO_MATCH);
        break;
      }
    }
    always(template.key("spec"), "ReplicationController");
    template(template, List.of());
  }

  private void daemonSet(Field spec) {
    notNegative(spec, "minReadySeconds", "revisionHistoryLimit");
    selector(spec, "daemonset", false);
    always(spec.path("template", "spec"), "DaemonSet");
    template(spec.key("template"), List.of());
    new UpdateStrategies(findings).daemonSet(spec.key("updateStrategy"));
  }

  private void statefulSet(Field spec) {
    Field policy = spec.key("podManagementPolicy");
    if (!policy.text().isEmpty() && !List.of("OrderedReady", "Parallel").contains(policy.text())) {
      findings.invalid(policy, "must be 'OrderedReady' or 'Parallel'");
    }
    UpdateStrategies strategies = new UpdateStrategies(findings);
    strategies.statefulSet(
        spec.key("updateStrategy"), version.minor() >= WorkloadFeatures.MAX_UNAVAILABLE);
    strategies.retention(spec.key("persistentVolumeClaimRetentionPolicy"));
    for (Field claim : spec.items("volumeClaimTemplates")) {
      new ClaimCheck(findings).spec(claim.key("spec"));
    }
    notNegative(spec, "replicas", "minReadySeconds");
    notNegative(spec.key("ordinals"), "start");
    Field service = spec.key("serviceName");
    if (!service.text().isEmpty()) {
      findings.invalid(service, dev.sidecarctl.kubernetes.Names.label(service.text()));
    }
    selector(spec, "statefulset", true);
    always(spec.path("template", "spec"), "StatefulSet");
    template(spec.key("template"), spec.items("volumeClaimTemplates"));
    if (spec.key("revisionHistoryLimit").number(0) < 0) {
      findings.warning(
          spec.key("revisionHistoryLimit"),
          "a negative value retains all historical revisions; a value >= 0 is recommended");
    }
  }

  /**
   * A selector, and whether it selects the pods of the template.
   *
   * @param needed whether its lack is complained of by itself
   */
  private void selector(Field spec, String kind, boolean needed) {
    Field selector = spec.key("selector");
    Field labels = spec.path("template", "metadata", "labels");
    if (!selector.isSet()) {
      if (needed) {
        findings.required(selector);
      }
      findings.invalid(labels, "", NO_MATCH);
      return;
    }
    new LabelsCheck(findings).selector(selector);
    boolean empty =
        !selector.key("matchLabels").hasContent() && !selector.key("matchExpressions").hasContent();
    if (empty) {
      findings.invalid(selector, "{}", "empty selector is invalid for " + kind);
    } else if (!SelectorMatch.isReadable(selector)) {
      if (needed) {
        findings.invalid(selector, "", kind.equals("statefulset") ? "" : "invalid label selector");
      }
    } else if (!SelectorMatch.matches(selector, labels)) {
      findings.invalid(labels, "", NO_MATCH);
    }
  }

  /** Pods that are to run for good are always restarted. */
  private void always(Field podSpec, String kind) {
    Field restart = podSpec.key("restartPolicy");
    if (!restart.text().isEmpty() && !restart.says("Always")) {
      findings.unsupported(restart, List.of("Always"));
    }
    Field deadline = podSpec.key("activeDeadlineSeconds");
    if (deadline.isSet()) {
      findings.forbidden(deadline, "activeDeadlineSeconds in " + kind + " is not Supported");
    }
  }

  private void notNegative(Field holder, String... keys) {
    for (String key : keys) {
      if (holder.key(key).number(0) < 0) {
        findings.invalid(holder.key(key), NOT_NEGATIVE);
      }
    }
  }
}
