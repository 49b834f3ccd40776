package dev.sidecarctl.inject;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.merge.InjectionPlan;
import dev.sidecarctl.merge.InjectionRecord;
import dev.sidecarctl.merge.PodSettings;
import dev.sidecarctl.merge.WorkloadMerge;
import dev.sidecarctl.template.GivenValue;
import dev.sidecarctl.template.RenderContext;
import dev.sidecarctl.template.RenderedTemplate;
import dev.sidecarctl.template.SidecarTemplate;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Puts sidecars into the workloads of a source. */
public final class Injector {
  private static final String EVERY_TEMPLATE = "";

  private final InjectionRequest request;

  private Injector(InjectionRequest request) {
    this.request = request;
  }

  /** Never throws for what a text says: that comes back as diagnostics. */
  public static Injection inject(Source source, InjectionRequest request) {
    return SourceWalk.walk(
        source, request.skipUnrendered(), request.kustomizePatch(), new Injector(request)::change);
  }

  private WorkloadChange change(Workload workload) {
    InjectionRecord record = StatusAnnotation.read(workload.manifest());
    WorkloadMerge merge = new WorkloadMerge(workload.pod(), record);
    Value.Mapping bare = merge.bare();
    WorkloadWord word = WorkloadWord.of(workload);
    Selection selection = Selection.of(workload, bare, word, record, request);
    if (selection.applied().isEmpty() && selection.removed().isEmpty()) {
      Outcome skipped = new Outcome.Skipped(reason(selection));
      return WorkloadChange.none(workload, merge, record, skipped, selection.warnings());
    }
    List<RenderedTemplate> rendered = render(selection.applied(), workload, bare, word);
    InjectionPlan plan =
        merge.inject(
            rendered,
            selection.removed(),
            new PodSettings(workload, request.version(), request.policies()));
    List<Diagnostic> diagnostics = new ArrayList<>(selection.warnings());
    diagnostics.addAll(plan.diagnostics());
    Outcome outcome = outcome(workload, record, plan, selection);
    return new WorkloadChange(
        workload, merge, record, plan.pod(), plan.replaced(), plan.record(), outcome, diagnostics);
  }

  private List<RenderedTemplate> render(
      List<SidecarTemplate> templates, Workload workload, Value.Mapping bare, WorkloadWord word) {
    RenderContext context =
        new RenderContext(
            workload,
            Selection.namespace(workload, request),
            WorkloadMerge.applicationContainers(bare, "containers"),
            WorkloadMerge.applicationContainers(bare, "initContainers"));
    List<RenderedTemplate> rendered = new ArrayList<>();
    for (SidecarTemplate template : templates) {
      rendered.add(template.render(given(template), word.parametersOf(template.name()), context));
    }
    return rendered;
  }

  /**
   * Values for all templates, where this one has such a parameter, and on top those for this one.
   */
  private Map<String, GivenValue> given(SidecarTemplate template) {
    Map<String, GivenValue> values = new HashMap<>();
    request
        .given()
        .getOrDefault(EVERY_TEMPLATE, Map.of())
        .forEach(
            (name, value) -> {
              if (template.hasParameter(name)) {
                values.put(name, value);
              }
            });
    values.putAll(request.given().getOrDefault(template.name(), Map.of()));
    return values;
  }

  private static String reason(Selection selection) {
    if (selection.refused().isEmpty()) {
      return "no template applies";
    }
    StringBuilder reasons = new StringBuilder();
    for (Map.Entry<String, String> refused : selection.refused().entrySet()) {
      reasons
          .append(reasons.length() == 0 ? "" : "; ")
          .append(refused.getKey())
          .append(": ")
          .append(refused.getValue());
    }
    return reasons.toString();
  }

  private static Outcome outcome(
      Workload workload, InjectionRecord before, InjectionPlan plan, Selection selection) {
    List<String> applied = new ArrayList<>();
    List<String> added = new ArrayList<>();
    for (SidecarTemplate template : selection.applied()) {
      if (plan.leftOut().contains(template.name())) {
        continue;
      }
      applied.add(template.name());
      if (!before.names().contains(template.name())) {
        added.add(template.name());
      }
    }
    boolean same =
        plan.pod().equals(workload.pod()) && plan.record().templates().equals(before.templates());
    if (same && applied.isEmpty() && !plan.leftOut().isEmpty()) {
      return new Outcome.Skipped(
          String.join(", ", plan.leftOut()) + ": a container of its name is kept");
    }
    if (same) {
      return new Outcome.UpToDate(applied);
    }
    if (applied.isEmpty()) {
      Set<String> removed = new TreeSet<>(selection.removed());
      removed.addAll(plan.leftOut());
      removed.retainAll(before.names());
      return new Outcome.Removed(List.copyOf(removed));
    }
    Set<String> recorded = plan.record().templates().keySet();
    added.retainAll(recorded);
    return added.isEmpty() ? new Outcome.Updated(applied) : new Outcome.Injected(added);
  }
}
