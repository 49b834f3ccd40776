package dev.sidecarctl.inject;

import dev.sidecarctl.check.CheckLevel;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.merge.InjectionPlan;
import dev.sidecarctl.merge.InjectionRecord;
import dev.sidecarctl.merge.PodSettings;
import dev.sidecarctl.merge.WorkloadMerge;
import dev.sidecarctl.template.RenderContext;
import dev.sidecarctl.template.RenderedTemplate;
import dev.sidecarctl.template.SidecarTemplate;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Puts sidecars into the workloads of a source. */
public final class Injector {
  private final InjectionRequest request;
  private final PodSecurityLabels namespaces;

  /** Is told what is decided of a workload on the way; the plain injection needs no ears. */
  interface Listener {
    Listener NONE =
        new Listener() {
          @Override
          public void selected(
              Workload workload, Value.Mapping bare, WorkloadWord word, Selection selection) {}

          @Override
          public void planned(InjectionPlan plan) {}
        };

    void selected(Workload workload, Value.Mapping bare, WorkloadWord word, Selection selection);

    void planned(InjectionPlan plan);
  }

  Injector(InjectionRequest request) {
    this.request = request;
    this.namespaces = new PodSecurityLabels(request.checking().neighbours());
  }

  /** Never throws for what a text says: that comes back as diagnostics. */
  public static Injection inject(Source source, InjectionRequest request) {
    Injector injector = new Injector(request);
    return SourceWalk.walk(
        source, request.source(), workload -> injector.change(workload, Listener.NONE));
  }

  /** Injects, but with a planning that depends on the order of workloads. */
  Injection walkInOrder(Source source, Function<Workload, WorkloadChange> planning) {
    return SourceWalk.walkInOrder(source, request.source(), planning);
  }

  WorkloadChange change(Workload workload, Listener listener) {
    InjectionRecord record = StatusAnnotation.read(workload.manifest());
    WorkloadMerge merge = new WorkloadMerge(workload.pod(), record);
    Value.Mapping bare = merge.bare();
    WorkloadWord word = WorkloadWord.of(workload);
    Selection selection = Selection.of(workload, bare, word, record, request);
    listener.selected(workload, bare, word, selection);
    if (selection.applied().isEmpty() && selection.removed().isEmpty()) {
      Outcome skipped = new Outcome.Skipped(reason(selection));
      return WorkloadChange.none(workload, merge, record, skipped, selection.warnings());
    }
    List<RenderedTemplate> rendered = render(selection.applied(), workload, bare, word);
    PodSettings settings =
        new PodSettings(
            workload,
            request.version(),
            request.policies(),
            request.foreign(),
            request.ownership().adopt());
    InjectionPlan plan = merge.inject(rendered, selection.removed(), settings);
    listener.planned(plan);
    List<Diagnostic> diagnostics = new ArrayList<>(selection.warnings());
    List<VersionChange> versions = versions(workload, record, selection, diagnostics);
    diagnostics.addAll(plan.diagnostics());
    Outcome outcome = outcome(workload, record, plan, selection, versions);
    return new WorkloadChange(
        workload,
        merge,
        record,
        plan.pod(),
        plan.replaced(),
        plan.record(),
        outcome,
        diagnostics,
        check(workload, plan));
  }

  /** What is to be asked of the result; of one that stays, or is refused anyway, nothing. */
  private Optional<ResultCheck> check(Workload workload, InjectionPlan plan) {
    Checking checking = request.checking();
    if (checking.level() == CheckLevel.IGNORE || plan.pod().equals(workload.pod())) {
      return Optional.empty();
    }
    for (Diagnostic diagnostic : plan.diagnostics()) {
      if (diagnostic.isError()) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new ResultCheck(
            checking.within(namespaces.level(namespace(workload))),
            request.source().kustomized(),
            workload,
            plan.pod(),
            plan.diagnostics()));
  }

  String namespace(Workload workload) {
    return Selection.namespace(workload, request);
  }

  private List<RenderedTemplate> render(
      List<SidecarTemplate> templates, Workload workload, Value.Mapping bare, WorkloadWord word) {
    RenderContext context =
        new RenderContext(
            workload,
            Selection.namespace(workload, request),
            WorkloadMerge.applicationContainers(bare, "containers", request.foreign()),
            WorkloadMerge.applicationContainers(bare, "initContainers", request.foreign()),
            workload.kind().takesNativeSidecars(request.version()));
    List<RenderedTemplate> rendered = new ArrayList<>();
    for (SidecarTemplate template : templates) {
      rendered.add(request.offer().render(template, word.parametersOf(template.name()), context));
    }
    return rendered;
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

  /** The templates that the workload carries in another version; a warning of each older one. */
  private static List<VersionChange> versions(
      Workload workload,
      InjectionRecord record,
      Selection selection,
      List<Diagnostic> diagnostics) {
    List<VersionChange> changes = new ArrayList<>();
    for (SidecarTemplate template : selection.applied()) {
      String recorded = record.version(template.name());
      boolean carried = record.names().contains(template.name());
      if (carried && !recorded.equals(template.version())) {
        VersionChange change = new VersionChange(template.name(), recorded, template.version());
        changes.add(change);
        if (change.isDowngrade()) {
          diagnostics.add(change.warning(template, workload.nameLocation()));
        }
      }
    }
    return changes;
  }

  private static Outcome outcome(
      Workload workload,
      InjectionRecord before,
      InjectionPlan plan,
      Selection selection,
      List<VersionChange> versions) {
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
    Set<String> gone = new TreeSet<>(selection.removed());
    gone.addAll(plan.leftOut());
    gone.retainAll(before.names());
    List<String> removed = List.copyOf(gone);
    if (applied.isEmpty() || (!removed.isEmpty() && plan.record().agreesWith(before, applied))) {
      return new Outcome.Removed(removed);
    }
    added.retainAll(plan.record().templates().keySet());
    return added.isEmpty()
        ? new Outcome.Updated(changed(applied, before, plan), versions, removed)
        : new Outcome.Injected(added, versions, removed);
  }

  /** Those that are recorded otherwise than before; all, where none is, but the pod is mended. */
  private static List<String> changed(
      List<String> applied, InjectionRecord before, InjectionPlan plan) {
    List<String> changed = new ArrayList<>();
    for (String template : applied) {
      if (!plan.record().agreesWith(before, List.of(template))) {
        changed.add(template);
      }
    }
    return changed.isEmpty() ? applied : changed;
  }
}
