package dev.sidecarctl.inject;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.merge.InjectionRecord;
import dev.sidecarctl.merge.ItemPath;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what an injection would do, workload by workload, and does nothing. */
public final class Previewer {
  private final Injector injector;
  private final List<Preview> planned = new ArrayList<>();

  /**
   * What would become of a source.
   *
   * @param injection what {@link Injector#inject} would give
   * @param workloads a preview for each workload, in order
   */
  public record Previews(Injection injection, List<Preview> workloads) {}

  private Previewer(Injector injector) {
    this.injector = injector;
  }

  /** Never throws for what a text says: that comes back as diagnostics. */
  public static Previews preview(Source source, InjectionRequest request) {
    Previewer previewer = new Previewer(new Injector(request));
    Injection injection = previewer.injector.walkInOrder(source, previewer::change);
    List<Preview> all = new ArrayList<>();
    int next = 0;
    for (WorkloadResult result : injection.workloads()) {
      boolean was = next < previewer.planned.size();
      Preview preview = was ? previewer.planned.get(next) : null;
      if (preview != null && preview.id().equals(result.id())) {
        all.add(preview.with(result));
        next++;
      } else {
        all.add(
            new Preview(
                result.id(),
                Optional.empty(),
                result.outcome(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty()));
      }
    }
    return new Previews(injection, all);
  }

  private WorkloadChange change(Workload workload) {
    Decisions decisions = new Decisions(injector);
    try {
      WorkloadChange change = injector.change(workload, decisions);
      List<ItemChange> changes = change.refused() ? List.of() : changes(change);
      add(
          workload,
          change.outcome(),
          decisions.taken(change.before()),
          changes,
          change.diagnostics(),
          Optional.of(PodChange.of(change)));
      return change;
    } catch (RefusedException e) {
      List<TemplateDecision> taken = decisions.taken(InjectionRecord.none());
      add(workload, new Outcome.Refused(), taken, List.of(), e.diagnostics(), Optional.empty());
      throw e;
    }
  }

  private void add(
      Workload workload,
      Outcome outcome,
      List<TemplateDecision> decisions,
      List<ItemChange> changes,
      List<Diagnostic> diagnostics,
      Optional<PodChange> pod) {
    planned.add(
        new Preview(
            workload.id(),
            Optional.ofNullable(workload.nameLocation()),
            outcome,
            decisions,
            changes,
            diagnostics,
            pod));
  }

  private static List<ItemChange> changes(WorkloadChange change) {
    List<ItemChange> changes = new ArrayList<>();
    InjectionRecord before = change.before();
    InjectionRecord after = change.after();
    for (ItemPath item : after.items()) {
      Optional<Value> is = item.find(change.workload().pod());
      Value wanted = item.find(change.pod()).orElse(Value.nothing());
      if (!before.names(item)) {
        boolean replaces = change.replaced().contains(item);
        changes.add(
            new ItemChange(replaces ? ItemChange.Kind.REPLACE : ItemChange.Kind.ADD, item, wanted));
      } else if (!is.equals(Optional.of(wanted))) {
        changes.add(new ItemChange(ItemChange.Kind.CHANGE, item, wanted));
      }
    }
    for (ItemPath item : before.items()) {
      Optional<Value> is = item.find(change.workload().pod());
      if (!after.names(item) && is.isPresent()) {
        changes.add(new ItemChange(ItemChange.Kind.REMOVE, item, is.get()));
      }
    }
    return changes;
  }
}
