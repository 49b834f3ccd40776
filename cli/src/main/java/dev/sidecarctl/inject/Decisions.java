package dev.sidecarctl.inject;

import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.merge.InjectionPlan;
import dev.sidecarctl.merge.InjectionRecord;
import dev.sidecarctl.template.SidecarTemplate;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts into words why templates go into a workload, and why others do not. */
final class Decisions implements Injector.Listener {
  private final Injector injector;
  private final List<TemplateDecision> found = new ArrayList<>();
  private Set<String> leftOut = Set.of();

  Decisions(Injector injector) {
    this.injector = injector;
  }

  @Override
  public void selected(
      Workload workload, Value.Mapping bare, WorkloadWord word, Selection selection) {
    for (SidecarTemplate template : selection.applied()) {
      List<String> reasons = reasons(template, workload, bare, word);
      found.add(new TemplateDecision(template.name(), template.version(), "", true, reasons));
    }
    for (Map.Entry<String, String> refused : selection.refused().entrySet()) {
      List<String> reasons = List.of(refused.getValue());
      found.add(new TemplateDecision(refused.getKey(), "", "", false, reasons));
    }
  }

  private List<String> reasons(
      SidecarTemplate template, Workload workload, Value.Mapping bare, WorkloadWord word) {
    if (word.wish() == WorkloadWord.Wish.THESE) {
      return List.of("annotation " + WorkloadWord.INJECT + " names it");
    }
    List<String> reasons =
        new ArrayList<>(template.reasons(workload, bare, injector.namespace(workload)));
    if (template.isOptIn()) {
      reasons.add("annotation " + WorkloadWord.INJECT + " says \"true\"");
    }
    return reasons.isEmpty() ? List.of("it is for every workload") : reasons;
  }

  @Override
  public void planned(InjectionPlan plan) {
    leftOut = plan.leftOut();
  }

  /** What was decided. */
  List<TemplateDecision> taken(InjectionRecord before) {
    List<TemplateDecision> taken = new ArrayList<>();
    for (TemplateDecision decision : found) {
      String name = decision.template();
      boolean out = leftOut.contains(name);
      taken.add(
          new TemplateDecision(
              name,
              decision.version(),
              before.version(name),
              decision.applies() && !out,
              out ? List.of("a container of its name is kept") : decision.reasons()));
    }
    return taken;
  }
}
