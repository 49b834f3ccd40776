package dev.sidecarctl.reports;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.Severity;
import dev.sidecarctl.inject.Injection;
import dev.sidecarctl.inject.Outcome;
import dev.sidecarctl.inject.Validator.Validation;
import dev.sidecarctl.inject.Validator.Verdict;
import dev.sidecarctl.inject.WorkloadResult;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.kubernetes.ResourceId;
import dev.sidecarctl.yaml.JsonTree;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;

/** What a report says of one object: what was found in it, or what became of it. */
public final class ObjectReport {
  private final JsonTree tree;
  private final List<Diagnostic> findings;
  private final boolean refused;
  private final boolean changed;

  private ObjectReport(JsonTree tree, List<Diagnostic> findings, boolean refused, boolean changed) {
    this.tree = tree;
    this.findings = findings;
    this.refused = refused;
    this.changed = changed;
  }

  /** The objects that were checked. */
  public static List<ObjectReport> of(Validation validation) {
    List<ObjectReport> reports = new ArrayList<>();
    for (Verdict verdict : validation.objects()) {
      reports.add(of(validation.injection().before().name(), verdict));
    }
    return reports;
  }

  private static ObjectReport of(String file, Verdict verdict) {
    List<Value> refusedBy = new ArrayList<>();
    for (KubernetesVersion version : verdict.refusedBy()) {
      refusedBy.add(Value.text(version.toString()));
    }
    List<Value> findings = new ArrayList<>();
    for (Diagnostic diagnostic : verdict.diagnostics()) {
      if (diagnostic.severity() != Severity.NOTE) {
        findings.add(JsonReport.finding(diagnostic));
      }
    }
    JsonTree tree =
        head(file, verdict.id())
            .value("refusedBy", Value.Sequence.of(refusedBy))
            .value("findings", Value.Sequence.of(findings));
    Location at = verdict.at();
    if (at != null) {
      tree.number("line", at.source().position(at.span().start()).line());
    }
    return new ObjectReport(tree, verdict.diagnostics(), !verdict.refusedBy().isEmpty(), false);
  }

  /** The workloads of a source, with what was done to them, or would be. */
  public static List<ObjectReport> of(Injection injection) {
    List<ObjectReport> reports = new ArrayList<>();
    for (WorkloadResult result : injection.workloads()) {
      reports.add(of(injection.before().name(), result));
    }
    return reports;
  }

  private static ObjectReport of(String file, WorkloadResult result) {
    Outcome outcome = result.outcome();
    JsonTree tree = head(file, result.id()).text("outcome", outcome.verb().replace(' ', '-'));
    if (outcome instanceof Outcome.OfTemplates about) {
      List<Value> templates = new ArrayList<>();
      for (String template : about.templates()) {
        templates.add(Value.text(template));
      }
      tree.value("templates", Value.Sequence.of(templates));
    }
    tree.textIfAny("detail", outcome.detail()).textIfAny("note", result.note());
    boolean refused = outcome instanceof Outcome.Refused;
    return new ObjectReport(tree, List.of(), refused, outcome.isChange());
  }

  private static JsonTree head(String file, ResourceId id) {
    return new JsonTree()
        .text("file", file)
        .text("apiVersion", id.apiVersion())
        .text("kind", id.kind())
        .text("namespace", id.namespace())
        .text("name", id.name());
  }

  Value.Mapping toValue() {
    return tree.toValue();
  }

  /** What it says already, so that it is not said again beside it. */
  List<Diagnostic> findings() {
    return findings;
  }

  boolean refused() {
    return refused;
  }

  boolean changed() {
    return changed;
  }
}
